import { bufferSource, isBlank, openTable, textOf } from '#platform/sheets';

/**
 * A small table (CSV, CSV.gz, XLSX; the first sheet) whole and as texts, blank rows left out.
 * @param most rows that are read; a longer table is cut
 * @throws Refusal import_file_unreadable, document_too_large, document_empty
 */
export async function tableTexts(
  name: string,
  bytes: Uint8Array,
  most: number,
): Promise<{ row: number; cells: string[] }[]> {
  const table = await openTable(bufferSource(name, bytes));
  const rows: { row: number; cells: string[] }[] = [];
  for await (const row of table.rows(table.sheets[0])) {
    if (isBlank(row)) continue;
    rows.push({ row: row.row, cells: row.cells.map(textOf) });
    if (rows.length >= most) break;
  }
  return rows;
}
