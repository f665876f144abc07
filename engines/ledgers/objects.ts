import { sql } from 'kysely';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { EntryRow } from './store.ts';

export type ObjectRow = { id: number; kind: string; key: string; name: string };
export type ObjectEntry = Pick<
  EntryRow,
  'ledger' | 'id' | 'name' | 'state' | 'values' | 'street_code' | 'unit_id' | 'refreshed_on'
>;
export type ObjectChange = {
  ledger: string;
  entry_id: number;
  at: Date;
  by_name: string;
  kind: string;
  columns: string[];
  reason: string | null;
};

const MOST = 300;

/** One thing of the world with every entry about it and all that happened to them, newest first. @throws Refusal not_found */
export async function objectRecord(
  db: Db,
  id: number,
): Promise<{ object: ObjectRow; entries: ObjectEntry[]; changes: ObjectChange[] }> {
  const { rows: found } = await sql<ObjectRow>`select id, kind, key, name from ledger_object where id = ${id}`.execute(
    db,
  );
  const [object] = found;
  if (!object)
    throw new Refusal('not_found', {
      zh: '没有这个对象，可能链接有误。',
      en: 'There is no such object; the link may be wrong.',
    });
  const { rows: entries } = await sql<ObjectEntry>`
    select ledger, id, name, state, values, street_code, unit_id, refreshed_on from ledger_entry
    where object_id = ${id} order by state, ledger, id limit ${MOST}`.execute(db);
  const { rows: changes } = await sql<ObjectChange>`
    select c.ledger, c.entry_id, c.at, c.by_name, c.kind, c.reason,
      array(select jsonb_object_keys(case when c.kind = 'changed' then c.fields else '{}'::jsonb end)) as columns
    from ledger_change c
    join jsonb_to_recordset(${JSON.stringify(entries.map(({ ledger, id: entry }) => ({ ledger, entry })))}::jsonb)
      e (ledger text, entry bigint) on e.ledger = c.ledger and e.entry = c.entry_id
    order by c.at desc, c.id desc limit ${MOST}`.execute(db);
  return { object, entries, changes };
}

/** Things of the world by words in their name or number. */
export async function findObjects(db: Db, { q, kind }: { q: string; kind?: string }): Promise<ObjectRow[]> {
  const pattern = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<ObjectRow>`select id, kind, key, name from ledger_object
    where (name ilike ${pattern} or key ilike ${pattern}) ${kind ? sql`and kind = ${kind}` : sql``}
    order by id desc limit 50`.execute(db);
  return rows;
}
