import { type GridTable, type LooseParagraph, tidyLines } from '../grid.ts';

/** A line of a text with its number in the file, from 0. */
export type Line = { text: string; at: number };
/** What a way of drawing tables makes of the lines from one on: a table and where it ends; undefined when there is none. */
export type TableDrawing = (lines: readonly Line[], from: number) => { rows: string[][]; next: number } | undefined;

const MOST_BLANK_LINES = 50;
const PAGE_NUMBER =
  /^[\s\u3000]*([-—–－―~·]+\s*\d{1,3}\s*[-—–－―~·]+|第\s*\d{1,3}\s*页\s*([,，、/]?\s*共\s*\d{1,3}\s*页)?|page \d{1,3}( of \d{1,3})?|\d{1,3}\s*\/\s*\d{1,3}\s*页?)[\s\u3000]*$/i;

/** The lines of a text without the page numbers and form feeds that printing left between them. */
export function linesOf(text: string): Line[] {
  const raw = text.split('\n');
  const breaks = (i: number) => raw[i]?.includes('\f') ?? false;
  const lines: Line[] = [];
  let blank = 0;
  for (const [at, line] of raw.entries()) {
    const empty = line.trim() === '' && !line.includes('\t');
    blank = empty ? blank + 1 : 0;
    if (blank > MOST_BLANK_LINES) continue;
    if (PAGE_NUMBER.test(line)) continue;
    const alone = /^[\s\u3000]*\d{1,3}[\s\u3000]*$/.test(line);
    if (alone && (breaks(at) || breaks(at + 1))) continue;
    if (line.trim() === '' && breaks(at)) continue;
    lines.push({ text: empty ? '' : line.replace(/\f/g, ''), at });
  }
  return lines;
}

/** Tables drawn in some way, and the lines around them as paragraphs. A row of one cell reaches across its table. */
export function drawnTables(lines: readonly Line[], part: string, drawing: TableDrawing) {
  const tables: GridTable[] = [];
  const paragraphs: LooseParagraph[] = [];
  for (let i = 0; i < lines.length; ) {
    const drawn = drawing(lines, i);
    if (drawn) {
      tables.push(gridOf(drawn.rows, part, tables.length));
      i = drawn.next;
      continue;
    }
    const { text, at } = lines[i]!;
    const clean = tidyLines(text).replace(/^#{1,6}\s+|[,;]{2,}$/g, '');
    const source = { part, table: null, row: null, column: null, paragraph: at };
    if (clean) paragraphs.push({ text: clean, before: tables.length, source });
    i++;
  }
  return { tables, paragraphs: paragraphs.map((p) => ({ ...p, before: p.before! < tables.length ? p.before : null })) };
}

function gridOf(rows: readonly string[][], part: string, table: number): GridTable {
  const columns = Math.max(...rows.map((cells) => cells.length));
  return {
    rows: rows.length,
    columns,
    mergesLost: true,
    cells: rows.flatMap((cells, row) => {
      const alone = cells.length === 1;
      const whole = alone ? cells : [...cells, ...Array<string>(columns - cells.length).fill('')];
      return whole.map((text, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: alone ? columns : 1,
        text: tidyLines(text),
        source: { part, table, row, column },
      }));
    }),
  };
}

const CHAPTER = /^[\s\u3000]*(第?[一二三四五六七八九十]+[、.．章]|[（(][一二三四五六七八九十]+[）)])\s*\S/;

/** Whether a line by itself is the heading of a chapter. */
export const isChapterLine = (line: string): boolean =>
  CHAPTER.test(line) && line.trim().length <= 60 && !/[。；]\s*$/.test(line);
