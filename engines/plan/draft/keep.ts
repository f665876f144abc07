import type { DocumentGrid, ReadingWarning } from '../read/grid.ts';
import type { PlanReading } from '../reading.types.ts';
import type { Draft } from '../wire.ts';
import type { KeptReading } from './begin.ts';

/** What of a reading is kept as the machine's word: everything but the document and its warnings, which stand beside it. */
export function keptReading(reading: PlanReading): KeptReading {
  const {
    document: _document,
    warnings: _warnings,
    ...kept
  } = reading as PlanReading & {
    document?: unknown;
    warnings?: unknown;
  };
  return kept;
}

/** The document as the review page draws it. */
export function keptDocument(grid: DocumentGrid): Draft['document'] {
  return {
    paragraphs: grid.paragraphs.map(({ text, before }) => ({ text, before })),
    tables: grid.tables.map((table) => ({
      rows: table.rows,
      columns: table.columns,
      cells: table.cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
        row,
        column,
        rowSpan,
        columnSpan,
        text,
      })),
    })),
  };
}

export function keptWarnings(warnings: readonly ReadingWarning[]): Draft['warnings'] {
  return warnings.map(({ zh, en }) => ({ zh, en }));
}
