import { type Generated, type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/store';
import { KINDS } from './columns/kinds.ts';
import type { LedgerDefinition } from './definition.ts';
import type { Values } from './entry/check.ts';
import type { Place } from './entry/place.ts';

export type EntryState = 'kept' | 'struck';
export type ChangeKind = 'created' | 'changed' | 'refreshed' | 'struck' | 'restored' | 'computed';

export type EntryRow = {
  ledger: string;
  id: number;
  key: string;
  name: string;
  values: Values;
  place: Place | null;
  lon: number | null;
  lat: number | null;
  unit_id: string | null;
  street_code: string | null;
  object_id: number | null;
  state: EntryState;
  missing: string[];
  contradictions: string[];
  refreshed_on: string;
  simulated: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
  updated_by_name: string;
};

export type ChangeRow = {
  id: number;
  version: number;
  at: Date;
  by_name: string;
  kind: ChangeKind;
  fields: Record<string, [unknown, unknown]>;
  reason: string | null;
};

export type LedgerTables = {
  ledger_entry: {
    ledger: string;
    id: Generated<number>;
    key: string;
    name: string;
    values: Values;
    place: Place | null;
    lon: number | null;
    lat: number | null;
    unit_id: string | null;
    street_code: string | null;
    object_id: number | null;
    state: Generated<EntryState>;
    missing: string[];
    contradictions: string[];
    refreshed_on: string;
    simulated: boolean;
    version: Generated<number>;
    created_at: Generated<Date>;
    updated_at: Generated<Date>;
    updated_by_name: string;
  };
  ledger_declared: { id: string; definition: object; changed_at: Generated<Date>; changed_by_name: string };
};

export const tables = (db: Db) => db.withTables<LedgerTables>();

/** Makes what a ledger needs in the database: its partition, and an index for each column that lists filter or order by. */
export async function ensureLedger(db: Db, { id, columns }: LedgerDefinition): Promise<void> {
  const indexed = columns
    .filter((column) => column.filter || column.sort || column.type === 'entry')
    .map((column) => ({ id: column.id, kind: KINDS[column.type].index, sort: column.sort ?? false }));
  await sql`select ensure_ledger(${id}, ${JSON.stringify(indexed)}::jsonb)`.execute(db);
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

export type NewEntry = Pick<
  EntryRow,
  | 'ledger'
  | 'key'
  | 'name'
  | 'values'
  | 'place'
  | 'lon'
  | 'lat'
  | 'unit_id'
  | 'street_code'
  | 'object_id'
  | 'missing'
  | 'contradictions'
  | 'refreshed_on'
  | 'simulated'
  | 'updated_by_name'
>;

/** This time of day, on the day of the house's own calendar: a demonstration stands in another year than its computer. */
const nowOn = (day: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`((${day} + (now() at time zone 'Asia/Shanghai')::time) at time zone 'Asia/Shanghai')`;

/** @returns its id, or null when the ledger keeps an entry of this key already */
export async function insertEntry(db: Db, e: NewEntry): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into ledger_entry (ledger, key, name, values, place, lon, lat, unit_id, street_code, object_id, missing,
      contradictions, refreshed_on, simulated, updated_by_name, created_at)
    select ${e.ledger}, ${e.key}, ${e.name}, ${json(e.values)}, ${e.place === null ? null : json(e.place)}, ${e.lon}, ${e.lat},
      ${e.unit_id}, ${e.street_code}, ${e.object_id}, ${e.missing}::text[], ${e.contradictions}::text[], ${e.refreshed_on},
      ${e.simulated}, ${e.updated_by_name}, ${nowOn(sql`${e.refreshed_on}::date`)}
    where not exists (select from ledger_entry where ledger = ${e.ledger} and key = ${e.key} and state = 'kept')
    returning id`.execute(db);
  return rows[0]?.id ?? null;
}

export async function updateEntry(
  db: Db,
  { ledger, id }: Pick<EntryRow, 'ledger' | 'id'>,
  e: Omit<NewEntry, 'ledger' | 'simulated'> & { state: EntryState },
): Promise<EntryRow> {
  const { rows } = await sql<EntryRow>`
    update ledger_entry set key = ${e.key}, name = ${e.name}, values = ${json(e.values)},
      place = ${e.place === null ? null : json(e.place)}, lon = ${e.lon}, lat = ${e.lat}, unit_id = ${e.unit_id},
      street_code = ${e.street_code}, object_id = ${e.object_id}, missing = ${e.missing}::text[],
      contradictions = ${e.contradictions}::text[], refreshed_on = ${e.refreshed_on}, state = ${e.state},
      version = version + 1, updated_at = now(), updated_by_name = ${e.updated_by_name}
    where ledger = ${ledger} and id = ${id} returning *`.execute(db);
  return rows[0]!;
}

/** @param hold keep others from changing it until the transaction ends */
export async function entryById(db: Db, ledger: string, id: number, hold = false): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`select * from ledger_entry where ledger = ${ledger} and id = ${id}
    ${hold ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

/** Kept entries of some ledgers by words in their name or key, the nearest to a point first where one is given. */
export async function findKept(
  db: Db,
  ledgers: readonly string[],
  { q, near, limit }: { q?: string; near?: readonly [lon: number, lat: number]; limit: number },
): Promise<Pick<EntryRow, 'ledger' | 'id' | 'key' | 'name' | 'street_code' | 'unit_id' | 'lon' | 'lat'>[]> {
  const pattern = `%${(q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const order = near
    ? sql`(lon - ${near[0]}) * (lon - ${near[0]}) * 0.59 + (lat - ${near[1]}) * (lat - ${near[1]}) nulls last, id desc`
    : sql`id desc`;
  const { rows } = await sql<EntryRow>`
    select ledger, id, key, name, street_code, unit_id, lon, lat from ledger_entry
    where ledger = any(${[...ledgers]}::text[]) and state = 'kept' and (name ilike ${pattern} or key ilike ${pattern})
    order by ${order} limit ${limit}`.execute(db);
  return rows;
}

/** Kept entries of some ledgers by their keys or, where nobody has that key, by their name. */
export async function findByKeys(
  db: Db,
  ledgers: readonly string[],
  keys: readonly string[],
): Promise<Map<string, Pick<EntryRow, 'ledger' | 'id' | 'name' | 'street_code'>>> {
  const { rows } = await sql<EntryRow & { found: string }>`
    select distinct on (w.found) w.found, e.ledger, e.id, e.name, e.street_code
    from unnest(${[...keys]}::text[]) w(found)
    join ledger_entry e on e.ledger = any(${[...ledgers]}::text[]) and e.state = 'kept'
      and (e.key = w.found or lower(regexp_replace(e.name, '\\s+', '', 'g')) = w.found)
    order by w.found, (e.key = w.found) desc, e.id desc`.execute(db);
  return new Map(rows.map((row) => [row.found, row]));
}

export async function keyTaken(db: Db, ledger: string, key: string, besides: number): Promise<boolean> {
  const { rows } = await sql`select 1 from ledger_entry
    where ledger = ${ledger} and key = ${key} and state = 'kept' and id <> ${besides}`.execute(db);
  return rows.length > 0;
}

export async function keepChange(
  db: Db,
  c: {
    ledger: string;
    entryId: number;
    version: number;
    byId: string | null;
    byName: string;
    kind: ChangeKind;
    fields: Record<string, [unknown, unknown]>;
    reason?: string | null;
  },
): Promise<void> {
  await sql`insert into ledger_change (ledger, entry_id, version, by_id, by_name, kind, fields, reason)
    values (${c.ledger}, ${c.entryId}, ${c.version}, ${c.byId}, ${c.byName}, ${c.kind}, ${json(c.fields)},
      ${c.reason ?? null})`.execute(db);
}

/** Every change of an entry, newest first. */
export async function changesOf(db: Db, ledger: string, entryId: number, limit = 200): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`select id, version, at, by_name, kind, fields, reason from ledger_change
    where ledger = ${ledger} and entry_id = ${entryId} order by version desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** The object of the world of a kind and key, made where it is new. */
export async function objectId(db: Db, kind: string, key: string, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into ledger_object (kind, key, name) values (${kind}, ${key}, ${name})
    on conflict (kind, key) do update set name = excluded.name returning id`.execute(db);
  return rows[0]!.id;
}

/** The entries of other ledgers that speak of the same object. */
export async function sameObject(db: Db, { ledger, id, object_id }: Pick<EntryRow, 'ledger' | 'id' | 'object_id'>) {
  if (object_id === null) return [];
  const { rows } = await sql<Pick<EntryRow, 'ledger' | 'id' | 'name' | 'state' | 'updated_at'>>`
    select ledger, id, name, state, updated_at from ledger_entry
    where object_id = ${object_id} and not (ledger = ${ledger} and id = ${id}) order by ledger, id limit 100`.execute(
    db,
  );
  return rows;
}

export type StreetDuty = {
  street_code: string | null;
  kept: number;
  stale: number;
  incomplete: number;
  contradictory: number;
};

/** Per street: how many entries it keeps, and of how many somebody has to look. */
export async function dutiesByStreet(db: Db, ledger: string, staleBefore: string | null): Promise<StreetDuty[]> {
  const { rows } = await sql<StreetDuty>`
    select street_code, count(*)::int as kept,
      count(*) filter (where refreshed_on < ${staleBefore}::date)::int as stale,
      count(*) filter (where missing <> '{}')::int as incomplete,
      count(*) filter (where contradictions <> '{}')::int as contradictory
    from ledger_entry where ledger = ${ledger} and state = 'kept' group by 1 order by 1`.execute(db);
  return rows;
}

export async function declaredLedgers(db: Db): Promise<{ id: string; definition: object }[]> {
  return tables(db).selectFrom('ledger_declared').orderBy('id').select(['id', 'definition']).execute();
}

export async function putDeclared(db: Db, id: string, definition: object, byName: string): Promise<void> {
  await sql`insert into ledger_declared (id, definition, changed_by_name) values (${id}, ${json(definition)}, ${byName})
    on conflict (id) do update set definition = excluded.definition, changed_at = now(),
      changed_by_name = excluded.changed_by_name`.execute(db);
}

export async function columnHasValues(db: Db, ledger: string, column: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ledger_entry
    where ledger = ${ledger} and values ? ${column} limit 1`.execute(db);
  return rows.length > 0;
}

/** When a ledger was last written. */
export async function newestOf(db: Db, ledger: string): Promise<Date | null> {
  const { rows } = await sql<{
    at: Date | null;
  }>`select max(updated_at) as at from ledger_entry where ledger = ${ledger}`.execute(db);
  return rows[0]!.at;
}

/** Lets the database look at a ledger again after many rows have come in. */
export async function analyzeLedger(db: Db, ledger: string): Promise<void> {
  await sql`select analyze_ledger(${ledger})`.execute(db);
}
