import { numberingOf } from './docx-numbering.ts';
import { tableGrid } from './docx-table.ts';
import { hiddenStyles, paragraphText } from './docx-text.ts';
import type { DocumentGrid, GridTable, LooseParagraph, ReadingWarning, SourcePlace } from './grid.ts';
import { tidyLines } from './grid.ts';
import { damaged, isPicture, nothingInside } from './refusals.ts';
import type { Package } from './unzip.ts';
import { children, descendants, type Element, parseXml } from './xml.ts';

/**
 * A Word document as a grid: its tables, and the paragraphs around them in order.
 * Headers, footers, notes and comments are not part of a plan and are left out.
 * @throws Refusal document_unreadable, document_is_picture, document_empty
 */
export function readDocx(name: string, parts: Package): DocumentGrid {
  const part = mainPart(parts);
  const bytes = parts.get(part);
  if (!bytes?.length) throw damaged('no document part', { part });
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const optional = (file: string) => {
    const found = parts.get(folder + file);
    return found?.length ? parseXml(found, folder + file) : undefined;
  };
  const styles = optional('styles.xml');
  const hidden = hiddenStyles(styles);
  const label = numberingOf(optional('numbering.xml'), styles);
  const body = children(parseXml(bytes, part)).find((c) => c.name === 'body');
  if (!body) throw damaged('no body', { part });

  const tables: GridTable[] = [];
  const paragraphs: LooseParagraph[] = [];
  const warnings: ReadingWarning[] = [];
  let pictures = 0;
  let count = 0;

  const lines = (paragraph: Element, place: SourcePlace): string[] => {
    // a paragraph's number is counted before anything that is anchored in it
    const properties = children(paragraph).find((c) => c.name === 'pPr');
    const mark = label(properties);
    const { text, boxes, pictures: seen } = paragraphText(paragraph, hidden);
    pictures += seen;
    for (const box of boxes) {
      warnings.push({
        code: 'text_box',
        zh: '文档中有文本框，其文字已作为单独段落保留，请核对',
        en: 'The document has a text box; its words are kept as paragraphs of their own, please check them',
        source: place,
      });
      flow(box, place.table !== null);
    }
    return [mark + text];
  };

  const cellText = (cell: Element, place: SourcePlace): string => {
    const found: string[] = [];
    for (const block of blocks(cell))
      if (block.name === 'p') found.push(...lines(block, place));
      else if (block.name === 'tbl') {
        warnings.push({
          code: 'nested_table',
          zh: '单元格中嵌套有表格，其文字已并入该单元格，请核对',
          en: 'A cell holds a table of its own; its words are joined to the cell, please check them',
          source: place,
        });
        const inner = tableGrid(block, { part, table: place.table ?? 0 }, (deeper) => cellText(deeper, place));
        for (let row = 0; row < inner.rows; row++)
          found.push(
            inner.cells
              .filter((c) => c.row === row && c.text)
              .map((c) => c.text)
              .join(' '),
          );
      } else unread(block, place);
    return found.join('\n');
  };

  const unread = (block: Element, source: SourcePlace) => {
    if (block.name === 'altChunk')
      warnings.push({
        code: 'embedded_document',
        zh: '文档中嵌入了另一个文档，其内容没有读取，请把内容粘贴为正文后重新上传',
        en: 'Another document is embedded and was not read: paste its content into the text and upload again',
        source,
      });
  };

  const flow = (container: Element, insideTable = false): void => {
    for (const block of blocks(container)) {
      const place: SourcePlace = { part, table: null, row: null, column: null, paragraph: count++ };
      if (block.name === 'p') {
        const text = tidyLines(lines(block, place).join('\n'));
        if (text) paragraphs.push({ text, before: tables.length, source: place });
      } else if (block.name === 'tbl') {
        if (insideTable) {
          const text = tidyLines(cellText({ name: 'tc', attributes: {}, children: [block] }, place));
          if (text) paragraphs.push({ text, before: tables.length, source: place });
          continue;
        }
        const index = tables.length;
        const hole: GridTable = { rows: 0, columns: 0, cells: [] };
        tables.push(hole);
        Object.assign(hole, tableGrid(block, { part, table: index }, cellText));
      } else unread(block, place);
    }
  };
  flow(body);

  const filled = tables.some((table) => table.cells.some((cell) => cell.text !== ''));
  if (!filled && pictures > 0 && paragraphs.reduce((sum, p) => sum + p.text.length, 0) < 600) throw isPicture();
  if (!filled && paragraphs.length === 0) throw nothingInside('no text at all');
  if (pictures > 0)
    warnings.push({
      code: 'picture',
      zh: '文档中有图片，图片里的文字没有读取',
      en: 'The document has pictures; words inside pictures were not read',
    });
  return {
    name,
    kind: 'docx',
    tables,
    paragraphs: paragraphs.map((p) => ({
      ...p,
      before: p.before !== null && p.before < tables.length ? p.before : null,
    })),
    warnings: unique(warnings),
  };
}

/** Paragraphs and tables of a container, through content controls and tracked insertions; deleted blocks left out. */
function* blocks(container: Element): Generator<Element> {
  for (const c of children(container)) {
    if (c.name === 'p' || c.name === 'tbl' || c.name === 'altChunk') yield c;
    else if (['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo'].includes(c.name)) yield* blocks(c);
  }
}

/** The part that the package's relations call the office document; the usual place when they are silent. */
function mainPart(parts: Package): string {
  const relations = parts.get('_rels/.rels');
  if (relations?.length)
    for (const relation of descendants(parseXml(relations, '_rels/.rels')))
      if (relation.attributes.Type?.endsWith('/officeDocument')) {
        const target = (relation.attributes.Target ?? '').replace(/^\//, '');
        if (parts.has(target)) return target;
      }
  return 'word/document.xml';
}

function unique(warnings: readonly ReadingWarning[]): ReadingWarning[] {
  const seen = new Set<string>();
  return warnings.filter((w) => {
    const key = JSON.stringify([w.code, w.source]);
    return !seen.has(key) && seen.add(key);
  });
}
