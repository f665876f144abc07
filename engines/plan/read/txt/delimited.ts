import { isChapterLine, type Line, type TableDrawing } from './lines.ts';

const MOST_LINES_OF_A_CELL = 80;
const FEWEST_COLUMNS = 4;

/**
 * Rows with a tab, comma or semicolon between their cells, as spreadsheets save them and as a table is pasted from Word.
 * Cells of several lines stand in quotes, or run on unquoted: then the head tells how many cells make a row, and a line
 * without a delimiter continues the cell before it.
 */
export const delimited =
  (delimiter: string): TableDrawing =>
  (lines, from) => {
    const head = headAt(lines, from, delimiter);
    if (!head) return undefined;
    const width = head.cells.length;
    const rows: string[][] = [head.cells];
    let row: string[] | undefined;
    let at = head.next;
    const close = () => {
      if (row) rows.push(row);
      row = undefined;
    };
    while (at < lines.length) {
      const line = lines[at]!.text;
      const { cells, next } = recordAt(lines, at, delimiter);
      const begun: string[] | undefined = row;
      if (cells.length === 1) {
        if (line.trim() === '') {
          if (!tableGoesOn(lines, at, delimiter)) break;
        } else if (isChapterLine(line)) {
          close();
          rows.push([line]);
        } else if (begun && lines[at - 1]!.text.trim() !== '') begun.push(`${begun.pop()}\n${cells[0]}`);
        else break;
      } else if (begun && begun.length < width && begun.length + cells.length - 1 <= width) {
        begun.push(`${begun.pop()}\n${cells[0]}`, ...cells.slice(1));
      } else {
        close();
        row = cells;
      }
      at = next;
    }
    close();
    return { rows: rows.map((cells) => trimmed(cells, width)), next: at };
  };

/** The head of a table: its first record, with the lines that follow while a cell of it is broken. */
function headAt(lines: readonly Line[], from: number, delimiter: string) {
  const first = recordAt(lines, from, delimiter);
  if (first.cells.length < FEWEST_COLUMNS || first.cells.filter((cell) => cell.trim()).length < 3) return undefined;
  // commas stand in sentences too; the words of a head are short
  if (delimiter !== '\t' && first.cells.some((cell) => cell.trim().length > 14)) return undefined;
  const cells = [...first.cells];
  let at = first.next;
  while (at < lines.length) {
    const line = lines[at]!.text;
    const more = recordAt(lines, at, delimiter);
    const short = more.cells.every((cell) => cell.trim().length <= 6);
    const begins = /^[\s"]*(\d|[一二三四五六七八九十]+[、.．])/.test(line) || line.startsWith(delimiter);
    if (begins || !short || line.trim() === '' || more.cells.length === first.cells.length) break;
    cells.push(`${cells.pop()}\n${more.cells[0]}`, ...more.cells.slice(1));
    at = more.next;
  }
  return { cells: cells.length > 1 ? trimmed(cells, 0) : cells, next: at };
}

function tableGoesOn(lines: readonly Line[], blank: number, delimiter: string): boolean {
  const next = lines.slice(blank, blank + 4).find((line) => line.text.trim() !== '');
  return next !== undefined && (next.text.split(delimiter).length >= FEWEST_COLUMNS || isChapterLine(next.text));
}

/** A row without the blank cells beyond the table's width. */
function trimmed(cells: readonly string[], width: number): string[] {
  let length = cells.length;
  while (length > width && length > 1 && cells[length - 1]!.trim() === '') length--;
  return cells.slice(0, length);
}

/** One record: a cell that begins with a quote ends at the closing one, lines further down if need be. */
function recordAt(lines: readonly Line[], from: number, delimiter: string): { cells: string[]; next: number } {
  const cells: string[] = [];
  let at = from;
  let rest = lines[from]!.text;
  for (;;) {
    const quoted = rest.startsWith('"') ? quotedCell(lines, at, rest, delimiter) : undefined;
    if (quoted) {
      cells.push(quoted.text);
      at = quoted.at;
      rest = quoted.rest;
    } else {
      const end = rest.indexOf(delimiter);
      cells.push(end < 0 ? rest : rest.slice(0, end));
      rest = end < 0 ? '' : rest.slice(end);
    }
    if (!rest.startsWith(delimiter)) return { cells, next: at + 1 };
    rest = rest.slice(delimiter.length);
  }
}

function quotedCell(lines: readonly Line[], from: number, begins: string, delimiter: string) {
  let text = begins.slice(1);
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES_OF_A_CELL); at++) {
    if (at > from) text += `\n${lines[at]!.text}`;
    const end = /(?:^|[^"])(?:"")*"(?=$|[^"])/.exec(text.slice(0));
    if (end) {
      const stop = end.index + end[0].length;
      const rest = text.slice(stop);
      // a quotation at the beginning of a cell is no quoted cell
      if (rest !== '' && !rest.startsWith(delimiter)) return undefined;
      return { text: text.slice(0, stop - 1).replaceAll('""', '"'), rest, at };
    }
  }
  return undefined;
}
