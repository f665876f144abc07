import { isChapterLine, type Line, type TableDrawing } from './lines.ts';

const BARS = /[|｜│┃║]/;
const RULE = /^[\s|｜+\-=:：—_─━┄┅┈┉═│┃║┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╯╰]+$/;

/**
 * Tables drawn with bars: of Markdown, where each line is a row, and boxed ones, where rules between the rows tell that
 * lines between two rules are one row.
 */
export const barred: TableDrawing = (lines, from) => {
  let at = from;
  const drawn: { cells?: string[] }[] = [];
  for (; at < lines.length; at++) {
    const line = lines[at]!.text;
    if (line.trim() !== '' && RULE.test(line) && (drawn.length > 0 || BARS.test(lines[at + 1]?.text ?? '')))
      drawn.push({});
    else if (cellsOf(line).length >= (drawn.length > 0 ? 1 : 2)) drawn.push({ cells: cellsOf(line) });
    else if (drawn.length > 0 && isChapterLine(line) && isRow(lines[at + 1])) drawn.push({ cells: [line] });
    else if (!(drawn.length > 0 && line.trim() === '' && isRow(lines[at + 1]))) break;
  }
  const written = drawn.filter((line) => line.cells);
  if (written.length < 2 || !written.some((line) => line.cells!.length >= 3)) return undefined;
  const rules = drawn.length - written.length;
  const rows = rules >= 3 ? boxedRows(drawn) : written.map((line) => line.cells!);
  return { rows: rows.map((cells) => cells.map(plain)), next: at };
};

const isRow = (line: Line | undefined) => line !== undefined && cellsOf(line.text).length >= 3;

/** Cells of a line; a bar at either end only frames it. */
function cellsOf(line: string): string[] {
  const text = line.trim();
  if (!BARS.test(text)) return [];
  const cells = text.replaceAll('\\|', '\u0001').split(BARS);
  if (cells[0]!.trim() === '' && BARS.test(text[0]!)) cells.shift();
  if (cells.at(-1)?.trim() === '' && BARS.test(text.at(-1)!)) cells.pop();
  return cells.map((cell) => cell.replaceAll('\u0001', '|').trim());
}

function boxedRows(drawn: readonly { cells?: string[] }[]): string[][] {
  const rows: string[][] = [];
  let open: string[] | undefined;
  for (const { cells } of drawn) {
    if (!cells) open = undefined;
    else if (!open || open.length !== cells.length) {
      open = [...cells];
      rows.push(open);
    } else for (const [i, cell] of cells.entries()) open[i] += `\n${cell}`;
  }
  return rows;
}

/** A cell without the marks of Markdown. */
const plain = (cell: string) =>
  cell
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/&nbsp;/g, ' ')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .trim();
