/** Where a cell or paragraph stands in the document; table, row and column count from 0. */
export type SourcePlace = {
  /** the part of the file: word/document.xml, a sheet's name, the text file itself */
  part: string;
  table: number | null;
  row: number | null;
  column: number | null;
  paragraph?: number;
};

/** A cell of a table. A merged cell stands once, at its upper left corner, with its spans. */
export type GridCell = {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** paragraphs joined by \n, blanks at both ends of each line and blank lines left out */
  text: string;
  source: SourcePlace;
};

export type GridTable = {
  rows: number;
  columns: number;
  cells: GridCell[];
  /** name of the sheet, for workbooks */
  name?: string;
  /** true where merges are known to be lost (plain text): a blank cell then continues the one above it */
  mergesLost?: boolean;
};

/** A paragraph outside the tables; `before` is the index of the table that follows, null after the last. */
export type LooseParagraph = { text: string; before: number | null; source: SourcePlace };

/** What the reader of a document has to be told. */
export type ReadingWarning = { code: string; zh: string; en: string; source?: SourcePlace };

/** Every kind of document as one model: tables of cells, and the paragraphs around them. */
export type DocumentGrid = {
  name: string;
  kind: 'docx' | 'xlsx' | 'txt';
  paragraphs: LooseParagraph[];
  tables: GridTable[];
  warnings: ReadingWarning[];
};

/** Lines without the blanks at their ends (ideographic ones too), and without blank lines. */
export function tidyLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The cell that covers a place of a table, found in constant time after one pass. */
export function cellFinder(table: GridTable): (row: number, column: number) => GridCell | undefined {
  const covering = new Map<number, GridCell>();
  for (const cell of table.cells)
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) covering.set(r * table.columns + c, cell);
  return (row, column) => covering.get(row * table.columns + column);
}
