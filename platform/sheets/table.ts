import { type TableRow, textOf } from './cells.ts';
import { csvRows } from './csv.ts';
import { type FileKind, sniff } from './sniff.ts';
import { type ImportSource, unreadable } from './source.ts';
import { openWorkbook, sheetNames, sheetRows } from './xlsx.ts';

/** A file opened as a table: which sheets it has and its rows, from the first one of the file. */
export type OpenTable = {
  kind: FileKind;
  sheets: string[];
  rows(sheet?: string, consumed?: (bytes: number) => void): AsyncGenerator<TableRow>;
};

/**
 * Opens CSV, CSV.gz or XLSX; what it is is seen from its content, not from its name.
 * @throws Refusal import_file_unreadable, document_too_large
 */
export async function openTable(source: ImportSource): Promise<OpenTable> {
  const kind = await sniff(source);
  if (kind.content === 'csv') {
    return { kind, sheets: [], rows: (_sheet, consumed) => csvRows(source, kind, consumed) };
  }
  const book = await openWorkbook(source);
  const sheets = sheetNames(book);
  return { kind, sheets, rows: (sheet) => sheetRows(book, sheet) };
}

/** The first rows, for a person or a guess to look at. */
export async function firstRows(rows: AsyncIterable<TableRow>, count: number): Promise<TableRow[]> {
  const taken: TableRow[] = [];
  for await (const row of rows) {
    taken.push(row);
    if (taken.length >= count) break;
  }
  return taken;
}

export const isBlank = (row: TableRow): boolean => row.cells.every((cell) => textOf(cell) === '');

/** Column names of a header row; an unnamed or repeated one is told apart by its letter: '', 'PM25' → 'A', 'PM25 (C)'. */
export function columnNames(header: TableRow): string[] {
  const names: string[] = [];
  header.cells.forEach((cell, i) => {
    const text = textOf(cell).replace(/\s+/g, ' ');
    names.push(text && !names.includes(text) ? text : text ? `${text} (${letters(i)})` : letters(i));
  });
  return names;
}

function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

export function noHeader(name: string): Error {
  return unreadable(name, '没有找到表头，请把列名放在同一行', 'no header was found; put the column names into one row');
}
