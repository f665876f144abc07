import { sql } from 'kysely';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { Column, LedgerDefinition } from '../definition.ts';
import type { EntryRow } from '../store.ts';
import { keyPart, type Values } from './check.ts';

type EntryColumn = Column & { readonly ledger: string };

/** The columns of a ledger that name entries of others. */
export const entryColumns = ({ columns }: LedgerDefinition): EntryColumn[] =>
  columns.filter((column): column is EntryColumn => column.type === 'entry' && column.ledger !== undefined);

/** What rows name, ledger by ledger, as keys are compared. */
export function namedKeys(definition: LedgerDefinition, rows: readonly Values[]): Map<string, string[]> {
  const named = new Map<string, Set<string>>();
  for (const { id, ledger } of entryColumns(definition))
    for (const values of rows)
      if (values[id] !== undefined && values[id] !== null)
        named.set(ledger, (named.get(ledger) ?? new Set()).add(keyPart(values[id])));
  return new Map([...named].map(([ledger, keys]) => [ledger, [...keys]]));
}

/** Which of the named keys their ledgers keep. */
export async function keysKept(db: Db, named: ReadonlyMap<string, string[]>): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const [ledger, keys] of named) {
    const { rows } = await sql<{ key: string }>`select key from ledger_entry
      where ledger = ${ledger} and state = 'kept' and key = any(${keys}::text[])`.execute(db);
    for (const { key } of rows) kept.add(`${ledger}|${key}`);
  }
  return kept;
}

/** The columns of an entry that name something their ledger does not keep. */
export const lostReferences = (
  definition: LedgerDefinition,
  values: Values,
  kept: ReadonlySet<string>,
): EntryColumn[] =>
  entryColumns(definition).filter(
    ({ id, ledger }) =>
      values[id] !== undefined && values[id] !== null && !kept.has(`${ledger}|${keyPart(values[id])}`),
  );

export const lostWords = (title: Sentence | undefined): Sentence => ({
  zh: `《${title?.zh ?? '所引台账'}》中没有这一条，请先登记或核对编号。`,
  en: `“${title?.en ?? 'The ledger referred to'}” has no such entry: enter it first or check its number.`,
});

export type Reference = { column: string; ledger: string; id: number; name: string };

/** The entries that an entry names. */
export async function referencesOf(db: Db, definition: LedgerDefinition, values: Values): Promise<Reference[]> {
  const found: Reference[] = [];
  for (const { id, ledger } of entryColumns(definition)) {
    if (values[id] === undefined || values[id] === null) continue;
    const { rows } = await sql<{ id: number; name: string }>`select id, name from ledger_entry
      where ledger = ${ledger} and key = ${keyPart(values[id])} order by state, id desc limit 1`.execute(db);
    if (rows[0]) found.push({ column: id, ledger, id: rows[0].id, name: rows[0].name });
  }
  return found;
}

/** How many entries of other ledgers name an entry, and the newest of them. */
export async function referredBy(
  db: Db,
  row: Pick<EntryRow, 'ledger' | 'values'>,
  definition: LedgerDefinition,
  all: readonly LedgerDefinition[],
): Promise<{ ledger: string; column: string; count: number; newest: { id: number; name: string }[] }[]> {
  const written = row.values[definition.key[0]!];
  if (definition.key.length !== 1 || typeof written !== 'string') return [];
  const found = [];
  for (const other of all)
    for (const { id } of entryColumns(other).filter(({ ledger }) => ledger === row.ledger)) {
      const names = sql`ledger = ${other.id} and state = 'kept'
        and ((values ->> ${sql.lit(id)}) collate "C") = ${written}`;
      const { rows } = await sql<{ id: number; name: string; count: number }>`
        select id, name, (count(*) over ())::int as count from ledger_entry where ${names} order by id desc limit 5`.execute(
        db,
      );
      if (rows.length)
        found.push({
          ledger: other.id,
          column: id,
          count: rows[0]!.count,
          newest: rows.map((one) => ({ id: one.id, name: one.name })),
        });
    }
  return found;
}
