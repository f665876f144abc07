import { isChapterLine, type TableDrawing } from './lines.ts';

type Chunk = { text: string; from: number; to: number };

const HEAD = /^(序号|编号|类别)$|任务|措施|内容|目标|事项|时限|期限|时间|单位|部门|责任/;
const SLACK = 2;
const LONGEST_LINE = 3000;

/** Columns set with blanks under a head of known words. Places are counted in half widths, as a fixed-width font shows them. */
export const padded: TableDrawing = (lines, from) => {
  const starts = headStarts(lines[from]!.text);
  if (!starts) return undefined;
  const rows: { cells: string[][] }[] = [];
  let at = from;
  let blank = true;
  let before: string[] = [];
  for (; at < lines.length; at++) {
    const line = lines[at]!.text;
    if (line.trim() === '') {
      blank = true;
      continue;
    }
    const chunks = chunksOf(line);
    if (isChapterLine(line) && chunks.length === 1) {
      rows.push({ cells: [[line.trim()]] });
      blank = true;
      continue;
    }
    const cells = placed(chunks, starts);
    if (!cells) break;
    const last = rows.at(-1);
    const filled = cells.filter((cell) => cell !== '').length;
    const endsHead = rows.length === 1 && !blank && cells.every((cell) => cell.length <= 4) && filled < starts.length;
    const below = last !== undefined && last.cells.length > 1 && !blank && cells[0] === '';
    const begins = !endsHead && !(below && !refills(last.cells, cells, before));
    if (begins) rows.push({ cells: cells.map((cell) => [cell]) });
    else for (const [i, cell] of cells.entries()) if (cell) last!.cells[i]!.push(cell);
    blank = false;
    before = cells;
  }
  if (rows.length < 2) return undefined;
  const limits = starts.map((_, i) => Math.max(...rows.flatMap(({ cells }) => (cells[i] ?? []).map(width))));
  return { rows: rows.map(({ cells }) => cells.map((wrapped, i) => unwrapped(wrapped, limits[i]!))), next: at };
};

/** A column that holds words again after a gap, or beside a sentence that begins after a row of one line, is in the next row. */
function refills(row: readonly string[][], cells: readonly string[], before: readonly string[]): boolean {
  const written = (i: number) => row[i]?.some((line) => line !== '') ?? false;
  const again = cells.some((cell, i) => cell !== '' && before[i] === '' && written(i));
  const oneLine = row.every((lines) => lines.filter(Boolean).length < 2);
  const sentence = cells.some((cell, i) => cell !== '' && /[。；]$/.test(row[i]?.at(-1) ?? ''));
  return again || (oneLine && sentence && cells.filter(Boolean).length > 1);
}

function headStarts(line: string): number[] | undefined {
  if (line.includes('。') || line.length > LONGEST_LINE) return undefined;
  const chunks = chunksOf(line);
  const known = chunks.filter((chunk) => chunk.text.length <= 12 && HEAD.test(chunk.text)).length;
  return chunks.length >= 4 && known >= 3 && known >= chunks.length - 2 ? chunks.map((chunk) => chunk.from) : undefined;
}

/** Pieces of a line between two or more blanks, or an ideographic one. */
function chunksOf(line: string): Chunk[] {
  if (line.length > LONGEST_LINE) return [];
  const chunks: Chunk[] = [];
  for (const { index, 0: text } of line.matchAll(/[^\s]+(?: [^\s]+)*/gu)) {
    const from = width(line.slice(0, index));
    chunks.push({ text, from, to: from + width(text) });
  }
  return chunks;
}

/** Which column each piece stands in; undefined for a sentence that stands alone across the columns. */
function placed(chunks: readonly Chunk[], starts: readonly number[]): string[] | undefined {
  const cells = starts.map(() => '');
  for (const chunk of chunks) {
    const column = starts.findLastIndex((start) => start <= chunk.from + SLACK);
    if (column < 0) return undefined;
    const next = starts[column + 1];
    if (chunks.length === 1 && next !== undefined && chunk.to > next + SLACK * 2) return undefined;
    cells[column] = cells[column] ? `${cells[column]} ${chunk.text}` : chunk.text;
  }
  return cells;
}

/**
 * Lines of a cell: one as long as the longest of its column was broken there and goes on (a sign that may not begin a line
 * takes up to three half widths with it), another ends a paragraph.
 */
function unwrapped(wrapped: readonly string[], limit: number): string {
  return wrapped.reduce((all, line, i) => {
    const before = wrapped[i - 1];
    if (before === undefined) return line;
    const broken = width(before) >= limit - 3 && !before.endsWith('。');
    return broken ? all + line : `${all}\n${line}`;
  }, '');
}

/** Half widths that a text takes: 2 for ideographs and full-width signs. */
function width(text: string): number {
  let sum = 0;
  for (const c of text)
    sum +=
      /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        c,
      )
        ? 2
        : 1;
  return sum;
}
