import type { DocumentGrid, GridCell, GridTable, LooseParagraph, ReadingWarning } from './grid.ts';
import { tidyLines } from './grid.ts';
import { damaged, isPicture, nothingInside } from './refusals.ts';
import type { Package } from './unzip.ts';
import { type NumberStyle, numberStyles, richText, sharedStrings, showNumber } from './xlsx-values.ts';
import { child, children, descendants, type Element, isOn, parseXml, textOf } from './xml.ts';

const MAX_COLUMNS = 200;
const MAX_ROWS = 20_000;

/**
 * A workbook as a grid: one table per visible sheet that holds anything. Formulas count with the value that the sheet
 * shows; hidden sheets, rows and columns are left out and named in a warning.
 * @throws Refusal document_unreadable, document_is_picture, document_empty
 */
export function readXlsx(name: string, parts: Package): DocumentGrid {
  const load = (part: string) => {
    const bytes = parts.get(part);
    return bytes?.length ? parseXml(bytes, part) : undefined;
  };
  const book = load('xl/workbook.xml');
  if (!book) throw damaged('no workbook part');
  const targets = new Map<string, string>();
  for (const relation of children(load('xl/_rels/workbook.xml.rels') ?? { name: '', attributes: {}, children: [] })) {
    const target = relation.attributes.Target ?? '';
    targets.set(relation.attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const strings = sharedStrings(load('xl/sharedStrings.xml'));
  const styles = numberStyles(load('xl/styles.xml'));
  const epoch1904 = child(book, 'workbookPr')?.attributes.date1904 === '1';

  const tables: GridTable[] = [];
  const paragraphs: LooseParagraph[] = [];
  const warnings: ReadingWarning[] = [];
  const sheets = children(child(book, 'sheets') ?? { name: '', attributes: {}, children: [] });
  for (const [i, sheet] of sheets.entries()) {
    const title = sheet.attributes.name ?? `Sheet${i + 1}`;
    if (/hidden/i.test(sheet.attributes.state ?? '')) {
      warnings.push(warn('hidden_sheet', `隐藏的工作表“${title}”没有读取`, `The hidden sheet “${title}” was not read`));
      continue;
    }
    const part = targets.get(sheet.attributes.id ?? '') ?? `xl/worksheets/sheet${i + 1}.xml`;
    const root = load(part);
    if (!root) throw damaged('a sheet is missing', { part });
    const table = sheetTable(root, title, tables.length, { strings, styles, epoch1904 }, warnings);
    if (table) tables.push(table);
  }
  if (tables.length === 0) {
    if ([...parts.keys()].some((part) => part.startsWith('xl/media/'))) throw isPicture();
    throw nothingInside('no sheet holds anything');
  }
  return { name, kind: 'xlsx', tables, paragraphs, warnings };
}

const warn = (code: string, zh: string, en: string): ReadingWarning => ({ code, zh, en });

function sheetTable(
  root: Element,
  title: string,
  index: number,
  book: { strings: string[]; styles: NumberStyle[]; epoch1904: boolean },
  warnings: ReadingWarning[],
): GridTable | undefined {
  const hiddenColumns = new Set<number>();
  for (const col of children(child(root, 'cols') ?? { name: '', attributes: {}, children: [] }))
    if (
      isOn(col.attributes.hidden ? { name: '', attributes: { val: col.attributes.hidden }, children: [] } : undefined)
    )
      for (let c = Number(col.attributes.min) - 1; c < Math.min(Number(col.attributes.max), MAX_COLUMNS); c++)
        hiddenColumns.add(c);
  const hiddenRows = new Set<number>();
  const values = new Map<string, { row: number; column: number; text: string }>();
  let nextRow = 0;
  for (const row of children(child(root, 'sheetData') ?? { name: '', attributes: {}, children: [] })) {
    const r = row.attributes.r ? Number(row.attributes.r) - 1 : nextRow;
    nextRow = r + 1;
    if (['1', 'true'].includes(row.attributes.hidden ?? '')) hiddenRows.add(r);
    let nextColumn = 0;
    for (const cell of children(row)) {
      if (cell.name !== 'c') continue;
      const c = cell.attributes.r ? columnOf(cell.attributes.r) : nextColumn;
      nextColumn = c + 1;
      const text = tidyLines(cellText(cell, book));
      if (!text) continue;
      if (c >= MAX_COLUMNS || r >= MAX_ROWS) throw damaged('the sheet is absurdly large', { title, row: r, column: c });
      values.set(`${r},${c}`, { row: r, column: c, text });
    }
  }
  const kept = [...values.values()].filter((v) => !hiddenRows.has(v.row) && !hiddenColumns.has(v.column));
  if (kept.length < values.size)
    warnings.push(
      warn(
        'hidden_cells',
        `工作表“${title}”中隐藏的行或列没有读取，如需读取请取消隐藏后重新上传`,
        `Hidden rows or columns of the sheet “${title}” were not read: unhide them and upload again if they belong to the plan`,
      ),
    );
  if (kept.length === 0) return undefined;
  const rowsUsed = visible(Math.max(...kept.map((v) => v.row)), hiddenRows);
  const columnsUsed = visible(Math.max(...kept.map((v) => v.column)), hiddenColumns);
  const merges = mergesOf(root);
  const cells: GridCell[] = [];
  const covered = new Set<string>();
  for (const [r, row] of rowsUsed)
    for (const [c, column] of columnsUsed) {
      if (covered.has(`${r},${c}`)) continue;
      const merge = merges.get(`${r},${c}`);
      let rowSpan = 1;
      let columnSpan = 1;
      if (merge) {
        rowSpan = Math.max(1, [...rowsUsed.keys()].filter((k) => k >= r && k <= merge.row).length);
        columnSpan = Math.max(1, [...columnsUsed.keys()].filter((k) => k >= c && k <= merge.column).length);
        for (const rr of rowsUsed.keys())
          for (const cc of columnsUsed.keys())
            if (rr >= r && rr <= merge.row && cc >= c && cc <= merge.column) covered.add(`${rr},${cc}`);
      }
      const source = { part: title, table: index, row: r, column: c };
      cells.push({ row, column, rowSpan, columnSpan, text: values.get(`${r},${c}`)?.text ?? '', source });
    }
  return { rows: rowsUsed.size, columns: columnsUsed.size, cells, name: title };
}

/** Sheet index → grid index of what is shown, from 0 to the last used. */
function visible(last: number, hidden: ReadonlySet<number>): Map<number, number> {
  const shown = new Map<number, number>();
  for (let i = 0; i <= last; i++) if (!hidden.has(i)) shown.set(i, shown.size);
  return shown;
}

function mergesOf(root: Element): Map<string, { row: number; column: number }> {
  const merges = new Map<string, { row: number; column: number }>();
  for (const merge of descendants(child(root, 'mergeCells') ?? { name: '', attributes: {}, children: [] })) {
    const [from, to] = (merge.attributes.ref ?? '').split(':');
    if (!from || !to) continue;
    merges.set(`${rowOf(from)},${columnOf(from)}`, { row: rowOf(to), column: columnOf(to) });
  }
  return merges;
}

const rowOf = (reference: string) => Number(reference.replace(/\D/g, '')) - 1;
const columnOf = (reference: string) =>
  [...reference.replace(/[^A-Z]/gi, '').toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;

function cellText(cell: Element, book: { strings: string[]; styles: NumberStyle[]; epoch1904: boolean }): string {
  const value = child(cell, 'v');
  const raw = value ? textOf(value) : '';
  switch (cell.attributes.t) {
    case 's':
      return book.strings[Number(raw)] ?? '';
    case 'inlineStr': {
      const inline = child(cell, 'is');
      return inline ? richText(inline) : '';
    }
    case 'str':
      return raw;
    case 'b':
      return raw === '1' ? '是' : '否';
    case 'e':
      return '';
    case 'd':
      return raw.slice(0, 10);
    default:
      return raw === '' ? '' : showNumber(raw, book.styles[Number(cell.attributes.s ?? 0)], book.epoch1904);
  }
}
