import { type GridCell, type GridTable, type SourcePlace, tidyLines } from '../grid.ts';
import { damaged, MAX_COLUMNS, MAX_ROWS, tooMuch } from '../refusals.ts';
import { child, children, type Element, isOn } from '../xml.ts';

type OpenMerge = { cell: GridCell; span: number };

/**
 * A table of a document as a grid. Vertical merges continue the cell above that starts at the same column; a
 * continuation without a beginning (the upper half of a row split over two tables) begins a blank cell of its own. Rows
 * and cells whose deletion is tracked are gone, hidden rows are left out.
 * @param read gives the text of a cell (its paragraphs joined by \n) and takes note of what lies deeper in it
 * @throws Refusal document_unreadable for absurd spans, document_too_large
 */
export function tableGrid(
  table: Element,
  place: { part: string; table: number },
  read: (cell: Element, place: SourcePlace) => string,
  hiddenRow: () => void = () => {},
): GridTable {
  const cells: GridCell[] = [];
  const alone: GridCell[] = [];
  let merges = new Map<number, OpenMerge>();
  let columns = 0;
  let row = 0;
  for (const tr of rowsOf(table)) {
    const properties = child(tr, 'trPr');
    if (child(properties, 'del')) continue;
    if (isOn(child(properties, 'hidden'))) {
      hiddenRow();
      continue;
    }
    if (row >= MAX_ROWS) throw tooMuch({ ...place, row, columns });
    let column = number(child(properties, 'gridBefore'), 0);
    const open = new Map<number, OpenMerge>();
    const own: GridCell[] = [];
    let left: GridCell | undefined;
    for (const tc of cellsOf(tr)) {
      const cellProperties = child(tc, 'tcPr');
      if (child(cellProperties, 'cellDel')) continue;
      const span = Math.max(1, number(child(cellProperties, 'gridSpan'), 1));
      if (column + span > MAX_COLUMNS) throw damaged('absurd gridSpan', { ...place, row, column, span });
      const vertical = verticalMerge(cellProperties);
      const above = merges.get(column);
      const horizontal = child(cellProperties, 'hMerge');
      if (horizontal && horizontal.attributes.val !== 'restart' && left) {
        left.columnSpan += span;
        const opened = open.get(left.column);
        if (opened) opened.span = left.columnSpan;
      } else if (vertical === 'continue' && above?.span === span) {
        above.cell.rowSpan++;
        open.set(column, above);
        left = undefined;
      } else {
        const source: SourcePlace = { part: place.part, table: place.table, row, column };
        const text = tidyLines(read(tc, source));
        const cell: GridCell = { row, column, rowSpan: 1, columnSpan: span, text, source };
        cells.push(cell);
        own.push(cell);
        if (vertical) open.set(column, { cell, span });
        left = cell;
      }
      column += span;
    }
    const after = number(child(properties, 'gridAfter'), 0);
    if (own.length === 1 && own[0]!.column === 0 && own[0]!.columnSpan === column && after === 0) alone.push(own[0]!);
    columns = Math.max(columns, Math.min(column + after, MAX_COLUMNS));
    merges = open;
    row++;
  }
  // the only cell of a row reaches across it, whether or not the file says how many columns that are
  for (const cell of alone) cell.columnSpan = columns;
  return { rows: row, columns, cells };
}

/** How a cell hangs together with the one above it; a tracked merge counts as done (ECMA-376 part 1, 17.13.5.1). */
function verticalMerge(properties: Element | undefined): 'restart' | 'continue' | undefined {
  const tracked = child(properties, 'cellMerge')?.attributes.vMerge;
  if (tracked) return tracked === 'cont' ? 'continue' : 'restart';
  const merge = child(properties, 'vMerge');
  if (!merge) return undefined;
  return merge.attributes.val === 'restart' ? 'restart' : 'continue';
}

function number(element: Element | undefined, otherwise: number): number {
  const n = Number.parseInt(element?.attributes.val ?? '', 10);
  return Number.isFinite(n) ? n : otherwise;
}

const AROUND_ROWS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo']);
const AROUND_CELLS = new Set(['sdt', 'sdtContent', 'customXml']);

/** Rows, also those inside content controls and insertions. */
export function* rowsOf(element: Element): Generator<Element> {
  for (const c of children(element))
    if (c.name === 'tr') yield c;
    else if (AROUND_ROWS.has(c.name)) yield* rowsOf(c);
}

/** Cells of a row, also those inside content controls. */
export function* cellsOf(element: Element): Generator<Element> {
  for (const c of children(element))
    if (c.name === 'tc') yield c;
    else if (AROUND_CELLS.has(c.name)) yield* cellsOf(c);
}
