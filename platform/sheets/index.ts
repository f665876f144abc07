/**
 * Sheets 表格文件: rows of cells out of files that people have: CSV in any of their encodings and separators, gzip of it, XLSX.
 *
 * `openTable` looks at the bytes, not at the name, and streams rows; workbooks are read sheet by sheet with merged cells
 * filled. Everything that an uploaded file may do to a reader is refused in one sentence: too large, unpacking beyond
 * reason, encrypted, no table at all. Cells are texts, numbers, dates or nothing; formulas give their last value and are
 * never computed.
 */
export { type Cell, type TableRow, textOf } from './cells.ts';
export { bufferSource, fileSource, type ImportSource, MOST_BYTES } from './source.ts';
export { columnNames, firstRows, isBlank, noHeader, type OpenTable, openTable } from './table.ts';
