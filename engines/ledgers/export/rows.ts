import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/store';
import { isEmpty } from '../columns/condition.ts';
import { KINDS, type Names } from '../columns/kinds.ts';
import type { LedgerDefinition } from '../definition.ts';
import { placeText } from '../entry/place.ts';
import { headingOf, PLACE_HEADINGS } from '../import/headings.ts';
import { conditions, type ListQuery } from '../list/query.ts';
import type { EntryRow } from '../store.ts';

const BATCH = 2000;

/** The headings of templates and exports. */
export const headingsOf = (definition: LedgerDefinition): string[] => [
  ...definition.columns.map(headingOf),
  ...(definition.place === 'none' ? [] : [PLACE_HEADINGS.zh]),
];

/** An entry as a file has it; numbers stay numbers for spreadsheets. */
export function cellsOf(
  definition: LedgerDefinition,
  entry: Pick<EntryRow, 'values' | 'place'>,
  names: Names,
): (string | number)[] {
  const cells = definition.columns.map((column): string | number => {
    const value = entry.values[column.id] ?? null;
    if (isEmpty(value) || value === null) return '';
    const kind = KINDS[column.type];
    const text = kind.print(value, column, names);
    return kind.index === 'number' && Number.isSafeInteger(Number(text)) ? Number(text) : text;
  });
  return definition.place === 'none' ? cells : [...cells, placeText(entry.place)];
}

/** All entries that a list's conditions name, newest first, read page by page so that memory stays small. */
export async function* exportedEntries(
  db: Db,
  definition: LedgerDefinition,
  query: ListQuery,
  staleBefore: string | null,
): AsyncGenerator<EntryRow[]> {
  let before: number | null = null;
  for (;;) {
    const beyond: RawBuilder<unknown> = before === null ? sql`true` : sql`e.id < ${before}`;
    const { rows }: { rows: EntryRow[] } = await sql<EntryRow>`
      select e.* from ledger_entry e where ${conditions(definition, query, staleBefore)} and ${beyond}
      order by e.id desc limit ${BATCH}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    before = rows.at(-1)!.id;
  }
}

/** One line of CSV; a text that a spreadsheet would run as a formula is defused, and read back as it was by the import. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvField).join(',')}\r\n`;

function csvField(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
