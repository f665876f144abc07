import type { DocumentGrid, GridTable, LooseParagraph, ReadingWarning } from '../grid.ts';
import { tidyLines } from '../grid.ts';
import type { Package } from '../package.ts';
import { damaged, isPicture, nothingInside } from '../refusals.ts';
import { child, children, descendants, type Element, isTrue, textOf } from '../xml.ts';
import { numberStyles } from './number-style.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { type Book, sharedStrings } from './values.ts';

/**
 * A workbook as a grid: one table per visible sheet that holds anything. Formulas count with the value that the sheet
 * shows; hidden sheets, rows and columns are left out and named in a warning.
 * @throws Refusal document_unreadable, document_is_picture, document_empty, document_too_large
 */
export function readXlsx(name: string, parts: Package): DocumentGrid {
  const main = parts.main.name;
  const beside = (kind: string) => parts.load(parts.related(main, kind)[0] ?? `xl/${kind}.xml`);
  const book: Book = {
    strings: sharedStrings(beside('sharedStrings')),
    styles: numberStyles(beside('styles')),
    epoch1904: isTrue(child(parts.main.root, 'workbookPr')?.attributes.date1904),
  };
  const tables: GridTable[] = [];
  const paragraphs: LooseParagraph[] = [];
  const warnings: ReadingWarning[] = [];
  for (const [i, { attributes }] of children(child(parts.main.root, 'sheets')).entries()) {
    const title = attributes.name ?? `Sheet${i + 1}`;
    if (/hidden/i.test(attributes.state ?? '')) {
      warnings.push(warn('hidden_sheet', `隐藏的工作表“${title}”没有读取`, `The hidden sheet “${title}” was not read`));
      continue;
    }
    const part = parts.target(main, attributes.id ?? '') ?? `xl/worksheets/sheet${i + 1}.xml`;
    const root = parts.load(part);
    if (!root) throw damaged('a sheet is missing', { part });
    if (root.name !== 'worksheet') continue;
    const boxes = parts.related(part, 'drawing').flatMap((drawing) => boxTexts(parts.load(drawing)));
    for (const text of boxes)
      paragraphs.push({ text, before: tables.length, source: { part: title, table: null, row: null, column: null } });
    const sheet = readSheet(root, title, tables.length, book);
    warnings.push(...warningsOf(title, sheet, boxes.length > 0));
    if (sheet.table) tables.push(sheet.table);
  }
  const pictures = parts.names.some((part) => /^xl\/media\//i.test(part));
  if (tables.length === 0) {
    if (pictures) throw isPicture();
    throw nothingInside('no sheet holds anything');
  }
  if (pictures)
    warnings.push(
      warn(
        'picture',
        '工作簿中有图片，图片里的文字没有读取',
        'The workbook has pictures; words inside them were not read',
      ),
    );
  const placed = paragraphs.map((p) => ({ ...p, before: p.before! < tables.length ? p.before : null }));
  return { name, kind: 'xlsx', tables, paragraphs: placed, warnings };
}

const warn = (code: string, zh: string, en: string): ReadingWarning => ({ code, zh, en });

function warningsOf(title: string, sheet: Sheet, boxes: boolean): ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  const cells = (kind: 'error' | 'no_result') => {
    const at = sheet.flaws.filter((flaw) => flaw.kind === kind).map((flaw) => flaw.at);
    return at.length > 5 ? `${at.slice(0, 5).join(', ')} …` : at.join(', ');
  };
  if (sheet.hiddenCells)
    warnings.push(
      warn(
        'hidden_cells',
        `工作表“${title}”中隐藏的行或列没有读取，如需读取请取消隐藏后重新上传`,
        `Hidden rows or columns of the sheet “${title}” were not read: unhide them and upload again if they belong to the plan`,
      ),
    );
  if (cells('error'))
    warnings.push(
      warn(
        'error_cells',
        `工作表“${title}”中有出错的单元格（${cells('error')}），已按空白读取，请核对`,
        `Cells of the sheet “${title}” show an error (${cells('error')}) and were read as blank, please check them`,
      ),
    );
  if (cells('no_result'))
    warnings.push(
      warn(
        'formula_without_result',
        `工作表“${title}”中有公式没有保存结果（${cells('no_result')}），请用Excel打开、保存后重新上传`,
        `Formulas of the sheet “${title}” were saved without a result (${cells('no_result')}): open it in Excel, save it and upload it again`,
      ),
    );
  if (boxes)
    warnings.push(
      warn(
        'text_box',
        `工作表“${title}”中有文本框，其文字已作为单独段落保留，请核对`,
        `The sheet “${title}” has a text box; its words are kept as paragraphs of their own, please check them`,
      ),
    );
  return warnings;
}

/** Paragraphs of the text boxes of a drawing. */
function boxTexts(drawing: Element | undefined): string[] {
  return [...descendants(drawing)]
    .filter((body) => body.name === 'txBody')
    .flatMap((body) => children(body).filter((p) => p.name === 'p'))
    .map((p) => [...descendants(p)].map((e) => (e.name === 't' ? textOf(e) : e.name === 'br' ? '\n' : '')).join(''))
    .map(tidyLines)
    .filter(Boolean);
}
