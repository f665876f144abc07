import { sql } from 'kysely';
import type { Db } from '#platform/store';

export type ErrandRow = {
  id: number;
  kind: string;
  ledger: string;
  entry_id: number;
  name: string;
  street_code: string | null;
  account_id: string;
  person: string;
  due_on: string;
  note: string;
  set_on: string;
  set_by_name: string;
  /** the first visit of its kind to its entry since it was given out */
  done_on: string | null;
  inspection_id: number | null;
};
export type NewErrand = Pick<
  ErrandRow,
  'kind' | 'ledger' | 'entry_id' | 'name' | 'street_code' | 'account_id' | 'due_on' | 'note' | 'set_on' | 'set_by_name'
>;
/** What a person found and nobody has mended yet. */
export type OpenFinding = {
  id: number;
  inspection_id: number;
  kind: string;
  name: string;
  street_code: string | null;
  item: string;
  words: string;
  severity: 'minor' | 'serious';
  due_on: string;
};

/** Keeps errands that are not there yet: who is to visit an entry for a kind already is not told again. */
export async function insertErrands(db: Db, errands: readonly NewErrand[]): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into inspection_errand (kind, ledger, entry_id, name, street_code, account_id, due_on, note, set_on, set_by_name)
    select g.kind, g.ledger, g.entry_id, g.name, g.street_code, g.account_id, g.due_on, g.note, g.set_on, g.set_by_name
    from jsonb_to_recordset(${JSON.stringify(errands.map((one, n) => ({ n, ...one })))}::jsonb) g (n int, kind text, ledger text, entry_id bigint, name text,
      street_code text, account_id uuid, due_on date, note text, set_on date, set_by_name text)
    where not exists (select from inspection_errand e where e.kind = g.kind and e.ledger = g.ledger and e.entry_id = g.entry_id
      and e.account_id = g.account_id and e.withdrawn_at is null and not exists (select from inspection i
        where i.kind = e.kind and i.ledger = e.ledger and i.entry_id = e.entry_id and i.withdrawn_at is null
          and i.visited_on >= e.set_on))
    order by g.n
    returning id`.execute(db);
  return rows.length;
}

/** Errands by the day they are due: of a person or of everybody, the open ones and those done since a day. */
export async function errandsOf(
  db: Db,
  { accountId, doneSince, limit }: { accountId?: string; doneSince: string; limit: number },
): Promise<ErrandRow[]> {
  const { rows } = await sql<ErrandRow>`
    select e.id::float8 as id, e.kind, e.ledger, e.entry_id::float8 as entry_id, e.name, e.street_code, e.account_id,
      a.name as person, e.due_on::text, e.note, e.set_on::text, e.set_by_name, v.visited_on::text as done_on,
      v.id::float8 as inspection_id
    from inspection_errand e join account a on a.id = e.account_id
    left join lateral (select i.id, i.visited_on from inspection i where i.kind = e.kind and i.ledger = e.ledger
      and i.entry_id = e.entry_id and i.withdrawn_at is null and i.visited_on >= e.set_on
      order by i.visited_on, i.id limit 1) v on true
    where e.withdrawn_at is null and (v.id is null or v.visited_on >= ${doneSince}::date)
      ${accountId ? sql`and e.account_id = ${accountId}` : sql``}
    order by v.id is not null, e.due_on, e.id limit ${limit}`.execute(db);
  return rows;
}

export async function errandById(db: Db, id: number): Promise<{ account_id: string } | undefined> {
  const { rows } = await sql<{ account_id: string }>`
    select account_id from inspection_errand where id = ${id} and withdrawn_at is null`.execute(db);
  return rows[0];
}

export async function withdrawErrand(db: Db, id: number, byName: string): Promise<void> {
  await sql`update inspection_errand set withdrawn_at = now(), withdrawn_by_name = ${byName}
    where id = ${id} and withdrawn_at is null`.execute(db);
}

/** What a person found and is not mended, the earliest due first. */
export async function openFindingsOf(db: Db, accountId: string, limit: number): Promise<OpenFinding[]> {
  const { rows } = await sql<OpenFinding>`
    select f.id::float8 as id, i.id::float8 as inspection_id, i.kind, i.name, i.street_code, f.item, f.words, f.severity,
      f.due_on::text
    from inspection_finding f join inspection i on i.id = f.inspection_id
    where i.by_id = ${accountId} and i.withdrawn_at is null and f.mended_on is null
    order by f.due_on, f.id limit ${limit}`.execute(db);
  return rows;
}
