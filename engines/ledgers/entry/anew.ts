import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/store';
import type { LedgerDefinition } from '../definition.ts';
import type { EntryRow } from '../store.ts';
import { computedOf } from './computed.ts';

/** Changes whenever what a ledger's rules say of an entry may: its declaration, its formula, the program that holds the tables. */
const markOf = (definition: LedgerDefinition, version: string) =>
  createHash('md5')
    .update(JSON.stringify([version, definition, definition.derive?.toString() ?? '']))
    .digest('hex');

/** Says that all of a ledger is computed by today's rules: true of one that has nothing yet. */
export async function markWhileEmpty(db: Db, definition: LedgerDefinition, version: string): Promise<void> {
  await sql`insert into ledger_computed (ledger, mark) select ${definition.id}, ${markOf(definition, version)}
    where not exists (select from ledger_entry where ledger = ${definition.id}) on conflict do nothing`.execute(db);
}

const BATCH = 2000;

/**
 * Computes anew what the rules say of all entries of the ledgers whose rules have changed since. An entry that somebody
 * changes meanwhile is left: it is computed by today's rules already. When and by whom it was last looked at stays.
 * @returns how many entries differ
 */
export async function reconcileComputed(
  db: Db,
  {
    definitions,
    version,
    cancelled = () => false,
  }: { definitions: readonly LedgerDefinition[]; version: string; cancelled?: () => boolean },
): Promise<number> {
  const { rows: marks } = await sql<{ ledger: string; mark: string }>`select ledger, mark from ledger_computed`.execute(
    db,
  );
  const known = new Map(marks.map(({ ledger, mark }) => [ledger, mark]));
  let differ = 0;
  for (const definition of definitions) {
    const mark = markOf(definition, version);
    if (known.get(definition.id) === mark) continue;
    for (let after = 0; ; ) {
      if (cancelled()) return differ;
      const { rows } = await sql<EntryRow>`select * from ledger_entry
        where ledger = ${definition.id} and id > ${after} order by id limit ${BATCH}`.execute(db);
      const last = rows.at(-1);
      if (!last) break;
      differ += await keep(db, definition, rows);
      after = Number(last.id);
    }
    await sql`insert into ledger_computed (ledger, mark) values (${definition.id}, ${mark})
      on conflict (ledger) do update set mark = excluded.mark, at = now()`.execute(db);
  }
  return differ;
}

type Fields = Record<string, [unknown, unknown]>;

async function keep(db: Db, definition: LedgerDefinition, rows: readonly EntryRow[]): Promise<number> {
  const derived = definition.columns.flatMap(({ id, derived: of }) => (of ? [id] : []));
  const changed = rows.flatMap((row) => {
    const now = computedOf(definition, row.values, row.place !== null);
    const fields: Fields = {};
    for (const id of derived)
      if (JSON.stringify(row.values[id]) !== JSON.stringify(now.values[id]))
        fields[id] = [row.values[id] ?? null, now.values[id] ?? null];
    const said = (one: { missing: string[]; contradictions: string[] }) => `${one.missing}|${one.contradictions}`;
    if (Object.keys(fields).length === 0 && said(row) === said(now)) return [];
    return [{ id: row.id, version: row.version, ...now, fields }];
  });
  if (changed.length === 0) return 0;
  const { rows: kept } = await keptSql(definition.id, changed).execute(db);
  return kept[0]?.n ?? 0;
}

const keptSql = (ledger: string, changed: readonly object[]): RawBuilder<{ n: number }> => sql`
  with given as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      as g(id bigint, version int, values jsonb, missing text[], contradictions text[], fields jsonb)),
  kept as (
    update ledger_entry e set values = g.values, missing = g.missing, contradictions = g.contradictions, updated_at = now()
    from given g where e.ledger = ${ledger} and e.id = g.id and e.version = g.version returning e.id),
  said as (
    insert into ledger_change (ledger, entry_id, version, by_id, by_name, kind, fields)
    select ${ledger}, g.id, g.version, null, '系统', 'computed', g.fields
    from given g join kept using (id) where g.fields <> '{}')
  select count(*)::int as n from kept`;
