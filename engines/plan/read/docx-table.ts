import { type GridCell, type GridTable, type SourcePlace, tidyLines } from './grid.ts';
import { damaged } from './refusals.ts';
import { child, children, type Element } from './xml.ts';

/** Word's own limit is 63 columns; more is not a table but an attack or damage. */
const MAX_COLUMNS = 200;
const MAX_ROWS = 20_000;

type OpenMerge = { cell: GridCell; span: number };

/**
 * A table of a document as a grid. Vertical merges continue the cell above that starts at the same column; a
 * continuation without a beginning (the upper half of a row split over two tables) begins a blank cell of its own.
 * @param read gives the text of a cell (its paragraphs joined by \n) and takes note of what lies deeper in it
 * @throws Refusal document_unreadable for absurd spans
 */
export function tableGrid(
  table: Element,
  place: { part: string; table: number },
  read: (cell: Element, place: SourcePlace) => string,
): GridTable {
  const cells: GridCell[] = [];
  let merges = new Map<number, OpenMerge>();
  let columns = 0;
  let row = 0;
  for (const tr of rowsOf(table)) {
    const properties = child(tr, 'trPr');
    if (child(properties, 'del')) continue;
    if (row >= MAX_ROWS) throw damaged('too many rows', place);
    let column = number(child(properties, 'gridBefore'), 0);
    const open = new Map<number, OpenMerge>();
    for (const tc of cellsOf(tr)) {
      const cellProperties = child(tc, 'tcPr');
      const span = Math.max(1, number(child(cellProperties, 'gridSpan'), 1));
      if (column + span > MAX_COLUMNS) throw damaged('absurd gridSpan', { ...place, row, column, span });
      const vertical = child(cellProperties, 'vMerge');
      const above = merges.get(column);
      if (vertical && vertical.attributes.val !== 'restart' && above?.span === span) {
        above.cell.rowSpan++;
        open.set(column, above);
      } else {
        const source: SourcePlace = { part: place.part, table: place.table, row, column };
        const text = tidyLines(read(tc, source));
        const cell: GridCell = { row, column, rowSpan: 1, columnSpan: span, text, source };
        cells.push(cell);
        if (vertical) open.set(column, { cell, span });
      }
      column += span;
    }
    columns = Math.max(columns, column);
    merges = open;
    row++;
  }
  return { rows: row, columns, cells };
}

function number(element: Element | undefined, otherwise: number): number {
  const n = Number.parseInt(element?.attributes.val ?? '', 10);
  return Number.isFinite(n) ? n : otherwise;
}

/** Rows, also those inside content controls and insertions. */
function* rowsOf(element: Element): Generator<Element> {
  for (const c of children(element)) {
    if (c.name === 'tr') yield c;
    else if (['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(c.name)) yield* rowsOf(c);
  }
}

function* cellsOf(element: Element): Generator<Element> {
  for (const c of children(element)) {
    if (c.name === 'tc') yield c;
    else if (['sdt', 'sdtContent', 'customXml'].includes(c.name)) yield* cellsOf(c);
  }
}
