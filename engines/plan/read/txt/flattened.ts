import type { GridCell, GridTable, LooseParagraph } from '../grid.ts';
import { tidyLines } from '../grid.ts';

/** A cell of the flattened text, as it stood between two tabs. */
type RawCell = { text: string; line: number };

const CHAPTER = /^(第?[一二三四五六七八九十]+[、.．章]|[（(][一二三四五六七八九十]+[）)])\s*\S/;
const NUMBER = /^[\d\s.．、（）()-]*$/;

/** Whether a tab at the beginning of a line begins each cell, with a blank line between rows. */
export function looksFlattened(text: string): boolean {
  const lines = text.split('\n');
  const begins = lines.filter((line) => line.startsWith('\t')).length;
  const inside = lines.filter((line) => line.replace(/^\s+/, '').includes('\t')).length;
  return begins >= 6 && begins > inside * 4;
}

/**
 * The flattened text of a Word table: every cell begins with a tab on a new line, rows are parted by a blank line, and
 * blank lines inside cells are padding. The first row tells how many columns there are; cells then fall into rows by
 * counting. What a conversion loses is restored here only as far as the cells' places go:
 * a chapter row is one cell; a row whose automatic number was lost is glued to the cell before it by a line that begins
 * with a blank (the number), followed by its title.
 */
export function flattenedTable(text: string, part: string): { tables: GridTable[]; paragraphs: LooseParagraph[] } {
  const { before, cells, after } = cut(text);
  const columns = headerWidth(cells, text);
  const out: GridCell[] = [];
  let row = 0;
  let column = 0;
  const put = (content: string, span = 1) => {
    out.push({
      row,
      column,
      rowSpan: 1,
      columnSpan: span,
      text: tidyLines(content),
      source: { part, table: 0, row, column },
    });
    column += span;
    if (column < columns) return;
    column = 0;
    row++;
  };
  for (const [i, cell] of cells.entries()) {
    const closes = column === columns - 1;
    const chapter = column === 0 && isChapter(cell.text);
    const { own, glued } =
      closes || chapter ? unglue(cell.text, cells[i + 1]?.text) : { own: cell.text, glued: undefined };
    put(own, chapter ? columns : 1);
    if (glued === undefined) continue;
    put('');
    if (glued.trim() !== '') put(glued);
  }
  while (column !== 0) put('');
  const loose = (lines: string[], from: number, position: number | null): LooseParagraph[] =>
    lines.flatMap((line, i) =>
      tidyLines(line)
        ? [
            {
              text: tidyLines(line),
              before: position,
              source: { part, table: null, row: null, column: null, paragraph: from + i },
            },
          ]
        : [],
    );
  return {
    tables: [{ rows: row, columns, cells: out, mergesLost: true }],
    paragraphs: [...loose(before, 0, 0), ...loose(after, text.split('\n').length - after.length, null)],
  };
}

/** The text up to the first tab, the cells, and what follows the last cell after three blank lines and an unindented line. */
function cut(text: string): { before: string[]; cells: RawCell[]; after: string[] } {
  const first = text.search(/(^|\n)[ \u3000]*\t/);
  const start = text.indexOf('\t', first);
  const before = text.slice(0, start).split('\n');
  let line = before.length - 1;
  const cells: RawCell[] = [];
  for (const piece of text.slice(start + 1).split('\t')) {
    cells.push({ text: piece, line });
    line += piece.split('\n').length - 1;
  }
  const after: string[] = [];
  const last = cells.at(-1);
  const remark = last?.text.match(/\n\s*\n(?=\s*(备注|注[:：]|说明[:：]|附件))/);
  if (last && remark?.index !== undefined) {
    after.push(...last.text.slice(remark.index).split('\n'));
    last.text = last.text.slice(0, remark.index);
  }
  return { before, cells, after };
}

/** Cells of the first row: up to the first cell that is followed by a blank line. */
function headerWidth(cells: readonly RawCell[], text: string): number {
  const end = cells.findIndex((cell) => /\n[ \u3000]*\n[ \u3000]*$/.test(cell.text));
  const width = end + 1;
  if (width >= 3) return width;
  return Math.max(3, text.split(/\n\s*\n(?=\t)/)[0]?.split('\t').length ?? 3);
}

const isChapter = (text: string) => {
  const clean = tidyLines(text);
  return CHAPTER.test(clean) && !NUMBER.test(clean);
};

/**
 * Parts a last cell from a row glued to it: from the first line that begins with a blank. The next cell tells whether it
 * is one: after a glued title comes a text, after an ordinary row the next number or a blank.
 */
function unglue(text: string, next: string | undefined): { own: string; glued: string | undefined } {
  const at = text.search(/\n[ \u3000]/);
  const follows = tidyLines(next ?? '');
  if (at < 0 || NUMBER.test(follows) || isChapter(follows)) return { own: text, glued: undefined };
  return { own: text.slice(0, at), glued: text.slice(at + 1) };
}
