import type { DocumentGrid, GridTable, LooseParagraph } from './grid.ts';
import { tidyLines } from './grid.ts';
import { damaged, nothingInside } from './refusals.ts';
import { flattenedTable, looksFlattened } from './txt-flattened.ts';

/**
 * A text file as a grid: the flattened text of a table (a tab begins each cell), rows with tabs between their cells,
 * rows with bars, or paragraphs alone.
 * @throws Refusal document_unreadable (not a text), document_empty
 */
export function readTxt(name: string, bytes: Uint8Array): DocumentGrid {
  const text = decodeText(bytes).replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw nothingInside('a blank text');
  const { tables, paragraphs } = looksFlattened(text) ? flattenedTable(text, name) : lineTables(text, name);
  return { name, kind: 'txt', tables, paragraphs, warnings: [] };
}

/**
 * UTF-8 with or without mark, UTF-16 with a mark or by its zero bytes, else GB 18030.
 * @throws Refusal document_unreadable when it is no text in any of them
 */
export function decodeText(bytes: Uint8Array): string {
  const as = (label: string) => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };
  const even = bytes.filter((b, i) => b === 0 && i % 2 === 0).length;
  const odd = bytes.filter((b, i) => b === 0 && i % 2 === 1).length;
  let text: string | undefined;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (odd > 4 && even === 0)) text = as('utf-16le');
  else if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (even > 4 && odd === 0)) text = as('utf-16be');
  else text = as('utf-8') ?? as('gb18030');
  if (text === undefined) throw damaged('not a text in UTF-8, UTF-16 or GB 18030');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what tells a binary file
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) throw damaged('control characters in the text');
  return text.replace(/^\ufeff/, '');
}

/** Lines with the same number of tabs or bars stand together as a table; all others are paragraphs. */
function lineTables(text: string, name: string): { tables: GridTable[]; paragraphs: LooseParagraph[] } {
  const tables: GridTable[] = [];
  const paragraphs: LooseParagraph[] = [];
  let rows: string[][] = [];
  const close = () => {
    if (rows.length === 0) return;
    const table = tables.length;
    tables.push({
      rows: rows.length,
      columns: Math.max(...rows.map((r) => r.length)),
      mergesLost: true,
      cells: rows.flatMap((cells, row) =>
        cells.map((cell, column) => ({
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text: tidyLines(cell.replace(/<br\s*\/?>/gi, '\n')),
          source: { part: name, table, row, column },
        })),
      ),
    });
    rows = [];
  };
  for (const [i, line] of text.split('\n').entries()) {
    const bars = line.trim().startsWith('|') && line.trim().endsWith('|') ? line.trim().slice(1, -1).split('|') : [];
    if (bars.length > 2) {
      if (!bars.every((cell) => /^[\s:-]*$/.test(cell) && cell.includes('--'))) rows.push(bars);
      continue;
    }
    const tabs = line.split('\t');
    if (tabs.length > 3) {
      rows.push(tabs);
      continue;
    }
    if (line.trim() === '' && rows.length > 0) continue;
    close();
    const clean = tidyLines(line);
    if (clean)
      paragraphs.push({
        text: clean,
        before: tables.length,
        source: { part: name, table: null, row: null, column: null, paragraph: i },
      });
  }
  close();
  return { tables, paragraphs: paragraphs.map((p) => ({ ...p, before: p.before! < tables.length ? p.before : null })) };
}
