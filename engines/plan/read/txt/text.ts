import { type DocumentGrid, tidyLines } from '../grid.ts';
import { bordersLost, MAX_LINES, MAX_TEXT, nothingInside, tooMuch } from '../refusals.ts';
import { barred } from './bars.ts';
import { decodeText } from './decode.ts';
import { delimited } from './delimited.ts';
import { flattenedTable, looksFlattened } from './flattened.ts';
import { drawnTables, type Line, linesOf, type TableDrawing } from './lines.ts';
import { padded } from './padded.ts';

/** Ways in which texts draw tables, in the order in which they are tried; the first that finds a table is the one. */
const DRAWINGS: readonly TableDrawing[] = [delimited('\t'), barred, delimited(','), delimited(';'), padded];

/**
 * A text file as a grid: the flattened text of a table (a tab begins each cell), rows with tabs, commas or bars between
 * their cells, columns set with blanks, or paragraphs alone.
 * @throws Refusal document_unreadable (not a text, or a table without borders), document_empty
 */
export function readTxt(name: string, bytes: Uint8Array): DocumentGrid {
  const text = decodeText(bytes).replace(/\r\n?/g, '\n');
  if (text.trim() === '') throw nothingInside('a blank text');
  const lines = linesOf(text);
  if (lines.length > MAX_LINES || text.length > MAX_TEXT) throw tooMuch({ lines: lines.length, length: text.length });
  const { tables, paragraphs } = tablesOf(lines, name);
  if (tables.length === 0 && hasLostBorders(lines)) throw bordersLost();
  return { name, kind: 'txt', tables, paragraphs, warnings: [] };
}

function tablesOf(lines: readonly Line[], name: string) {
  const text = lines.map((line) => line.text).join('\n');
  if (looksFlattened(text)) return flattenedTable(text, name);
  for (const drawing of DRAWINGS) {
    const drawn = drawnTables(lines, name, drawing);
    if (drawn.tables.some((table) => table.rows > 1)) return drawn;
  }
  return drawnTables(lines, name, () => undefined);
}

const HEADS =
  /^(序号|编号|重点任务|工作任务|主要任务|工作措施|具体措施|主要措施|工作内容|完成时限|完成|时限|完成时间|主责单位|责任单位|牵头单位|协办单位|配合单位)$/;

/** Whether the words of a table's head stand one below the other: a table of which each line is a cell, or a part of one. */
function hasLostBorders(lines: readonly Line[]): boolean {
  let run = 0;
  for (const line of lines) {
    const clean = tidyLines(line.text);
    if (clean === '') continue;
    run = HEADS.test(clean) ? run + 1 : 0;
    if (run >= 4) return true;
  }
  return false;
}
