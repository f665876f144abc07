import { type GridCell, type GridTable, tidyLines } from '../grid.ts';
import { MAX_CELLS, MAX_COLUMNS, tooMuch } from '../refusals.ts';
import { child, children, type Element, isTrue } from '../xml.ts';
import { type Book, type CellValue, cellValue } from './values.ts';

/** A sheet as it shows itself, and what it keeps from the reader. */
export type Sheet = {
  table: GridTable | undefined;
  hiddenCells: boolean;
  flaws: { kind: 'error' | 'no_result'; at: string }[];
};

/** How many hidden rows or columns at the beginning of a merge are looked through. */
const FAR = 1000;

type Value = { row: number; column: number; text: string };
type Range = { row: number; column: number; lastRow: number; lastColumn: number };

/**
 * A sheet as a grid from its first column and row to the last that hold anything; hidden rows and columns are left out. A
 * merged cell shows the text of its first cell, even where that lies in a hidden row.
 * @throws Refusal document_too_large
 */
export function readSheet(root: Element, part: string, index: number, book: Book): Sheet {
  const { values, hiddenRows, flaws } = valuesOf(root, book);
  const hiddenColumns = hiddenColumnsOf(root);
  const merges = mergesOf(root);
  const anchors = new Set(merges.map(key));
  const isShown = (v: { row: number; column: number }) => !hiddenRows.has(v.row) && !hiddenColumns.has(v.column);
  const mergeAt = new Map<string, Range>();
  const inside = new Set<string>();
  const shown = [...values.values()].filter(isShown);
  for (const range of merges) {
    const value = values.get(key(range));
    const corner = firstShown(range, hiddenRows, hiddenColumns);
    if (!corner) continue;
    mergeAt.set(key(corner), range);
    if (value && key(corner) !== key(range)) {
      values.set(key(corner), { ...corner, text: value.text });
      shown.push({ ...corner, text: value.text });
    }
  }
  const hiddenCells = [...values.values()].some((v) => !isShown(v) && !anchors.has(key(v)));
  if (shown.length === 0) return { table: undefined, hiddenCells, flaws };

  const rows = positions(
    shown.map((v) => v.row),
    hiddenRows,
  );
  const columns = positions(
    shown.map((v) => v.column),
    hiddenColumns,
  );
  const [height, width] = [rows.shown.size, columns.shown.size];
  if (width > MAX_COLUMNS || height * width > MAX_CELLS) throw tooMuch({ part, height, width });
  const cells: GridCell[] = [];
  for (const [r, row] of rows.shown)
    for (const [c, column] of columns.shown) {
      const at = `${r},${c}`;
      if (inside.has(at)) continue;
      const range = mergeAt.get(at);
      const covered = range ? coveredBy(range, rows, columns) : { rows: [r], columns: [c] };
      if (range) for (const rr of covered.rows) for (const cc of covered.columns) inside.add(`${rr},${cc}`);
      cells.push({
        row,
        column,
        rowSpan: covered.rows.length,
        columnSpan: covered.columns.length,
        text: values.get(at)?.text ?? '',
        source: { part, table: index, row: r, column: c },
      });
    }
  return { table: { rows: height, columns: width, cells, name: part }, hiddenCells, flaws };
}

const key = (at: { row: number; column: number }) => `${at.row},${at.column}`;

function valuesOf(root: Element, book: Book) {
  const values = new Map<string, Value>();
  const hiddenRows = new Set<number>();
  const flaws: Sheet['flaws'] = [];
  let nextRow = 0;
  for (const row of children(child(root, 'sheetData'))) {
    const r = row.attributes.r ? Number(row.attributes.r) - 1 : nextRow;
    nextRow = r + 1;
    const { ht, hidden } = row.attributes;
    if (isTrue(hidden) || (ht !== undefined && Number(ht) === 0)) hiddenRows.add(r);
    let nextColumn = 0;
    for (const cell of children(row)) {
      if (cell.name !== 'c') continue;
      const c = cell.attributes.r ? columnOf(cell.attributes.r) : nextColumn;
      nextColumn = c + 1;
      const { text, flaw }: CellValue = cellValue(cell, book);
      if (flaw) flaws.push({ kind: flaw, at: cell.attributes.r ?? '' });
      const clean = tidyLines(text);
      if (clean) values.set(`${r},${c}`, { row: r, column: c, text: clean });
    }
    if (values.size > MAX_CELLS) throw tooMuch({ cells: values.size });
  }
  return { values, hiddenRows, flaws };
}

/** Columns that are hidden or have no width; the rest of the sheet beyond the last used column does not matter. */
function hiddenColumnsOf(root: Element): Set<number> {
  const hidden = new Set<number>();
  for (const { attributes } of children(child(root, 'cols')))
    if (isTrue(attributes.hidden) || (attributes.width !== undefined && Number(attributes.width) === 0))
      for (let c = Number(attributes.min) - 1; c < Math.min(Number(attributes.max), MAX_COLUMNS * 2); c++)
        hidden.add(c);
  return hidden;
}

function mergesOf(root: Element): Range[] {
  return children(child(root, 'mergeCells'))
    .slice(0, MAX_CELLS)
    .flatMap((merge) => {
      const [from, to] = (merge.attributes.ref ?? '').split(':');
      if (!from || !to) return [];
      return [{ row: rowOf(from), column: columnOf(from), lastRow: rowOf(to), lastColumn: columnOf(to) }];
    });
}

function firstShown(range: Range, hiddenRows: ReadonlySet<number>, hiddenColumns: ReadonlySet<number>) {
  let { row, column } = range;
  const [lastRow, lastColumn] = [Math.min(range.lastRow, row + FAR), Math.min(range.lastColumn, column + FAR)];
  while (row <= lastRow && hiddenRows.has(row)) row++;
  while (column <= lastColumn && hiddenColumns.has(column)) column++;
  return row <= lastRow && column <= lastColumn ? { row, column } : undefined;
}

/** Sheet index → grid index of what is shown, from the first used to the last. */
type Positions = { shown: ReadonlyMap<number, number>; last: number };

function positions(used: readonly number[], hidden: ReadonlySet<number>): Positions {
  let [first, last] = [Number.POSITIVE_INFINITY, -1];
  for (const n of used) {
    first = Math.min(first, n);
    last = Math.max(last, n);
  }
  const shown = new Map<number, number>();
  if (last - first > MAX_CELLS) throw tooMuch({ first, last });
  for (let i = first; i <= last; i++) if (!hidden.has(i)) shown.set(i, shown.size);
  return { shown, last };
}

/** Rows and columns of a merge that are shown. */
function coveredBy(range: Range, rows: Positions, columns: Positions) {
  const among = (shown: ReadonlyMap<number, number>, from: number, to: number) => {
    const met: number[] = [];
    for (let i = from; i <= to && met.length < shown.size; i++) if (shown.has(i)) met.push(i);
    return met;
  };
  return {
    rows: among(rows.shown, range.row, Math.min(range.lastRow, rows.last)),
    columns: among(columns.shown, range.column, Math.min(range.lastColumn, columns.last)),
  };
}

const rowOf = (reference: string) => Number(reference.replace(/\D/g, '')) - 1;
const columnOf = (reference: string) =>
  [...reference.replace(/[^A-Z]/gi, '').toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
