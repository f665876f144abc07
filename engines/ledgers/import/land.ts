import type pg from 'pg';
import type { LedgerDefinition } from '../definition.ts';
import { differences } from '../entry/acts.ts';
import type { CheckedEntry } from '../entry/check.ts';
import { centreOf, type Place } from '../entry/place.ts';
import type { EntryRow } from '../store.ts';

/** A row of a file that is sound. */
export type SoundRow = { row: number; checked: CheckedEntry; place: Place | null; placeGiven: boolean };
export type Landed = { created: number; changed: number; unchanged: number };
/** Whose an entry is. */
export type Keeper = { streetCode: string | null; unitId: string | null };

type By = { id: string | null; name: string; workId: string | null; today: string };

/**
 * Lets rows of a file meet what is kept, in the caller's transaction: new ones are kept, different ones changed, the same
 * ones refreshed. Columns that the file does not have keep their values.
 * @param columns the columns that the file has
 */
export async function landRows(
  client: pg.ClientBase,
  definition: LedgerDefinition,
  rows: readonly SoundRow[],
  columns: ReadonlySet<string>,
  by: By,
  recheck: (values: Record<string, unknown>, place: Place | null) => CheckedEntry,
  mine: (keeper: Keeper) => boolean,
): Promise<Landed & { refused: SoundRow[] }> {
  const objects = await objectsOf(client, definition, rows);
  const { rows: known } = await client.query<EntryRow>(
    `select * from ledger_entry where ledger = $1 and state = 'kept' and key = any($2) for update`,
    [definition.id, rows.map(({ checked }) => checked.key)],
  );
  const byKey = new Map(known.map((entry) => [entry.key, entry]));
  const fresh: Written[] = [];
  const changed: (Written & { entry: EntryRow; fields: Record<string, unknown> })[] = [];
  const same: EntryRow[] = [];
  const refused: SoundRow[] = [];
  for (const row of rows) {
    const { checked, place, placeGiven } = row;
    const entry = byKey.get(checked.key);
    // who may write the new keeper's entries may not take another's by its number
    if (entry && !mine({ streetCode: entry.street_code, unitId: entry.unit_id })) {
      refused.push(row);
      continue;
    }
    const objectId = checked.object ? (objects.get(`${checked.object.kind}|${checked.object.key}`) ?? null) : null;
    if (!entry) {
      fresh.push({ checked, place, objectId });
      continue;
    }
    const kept = Object.fromEntries(Object.entries(entry.values).filter(([id]) => !columns.has(id)));
    const whole =
      Object.keys(kept).length === 0
        ? checked
        : recheck({ ...kept, ...checked.values }, placeGiven ? place : entry.place);
    const where = placeGiven ? place : entry.place;
    const fields = differences(entry, whole.values, where);
    if (Object.keys(fields).length === 0) same.push(entry);
    else changed.push({ checked: whole, place: where, objectId: objectId ?? entry.object_id, entry, fields });
  }
  await insertAll(client, definition.id, fresh, by);
  await changeAll(client, definition.id, changed, by);
  await client.query(
    'update ledger_entry set refreshed_on = $3, updated_at = now() where ledger = $1 and id = any($2) and refreshed_on < $3',
    [definition.id, same.map(({ id }) => id), by.today],
  );
  return { created: fresh.length, changed: changed.length, unchanged: same.length, refused };
}

type Written = { checked: CheckedEntry; place: Place | null; objectId: number | null };

const jsonOf = ({ checked, place, objectId }: Written) => {
  const centre = centreOf(place);
  return {
    key: checked.key,
    name: checked.name,
    values: checked.values,
    place,
    lon: centre?.lon ?? null,
    lat: centre?.lat ?? null,
    unit: checked.unitId,
    street: checked.streetCode,
    object: objectId,
    missing: checked.missing,
    contradictions: checked.contradictions,
  };
};
const RECORD = `r(n int, id bigint, key text, name text, values jsonb, place jsonb, lon float8, lat float8, unit text, street text,
  object bigint, missing jsonb, contradictions jsonb, fields jsonb)`;
const LIST = (column: string) => `array(select jsonb_array_elements_text(r.${column}))`;

async function insertAll(client: pg.ClientBase, ledger: string, rows: readonly Written[], by: By): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `with kept as (
       insert into ledger_entry (ledger, key, name, values, place, lon, lat, unit_id, street_code, object_id, missing,
         contradictions, refreshed_on, updated_by_name, created_at)
       select $1, key, name, values, nullif(place, 'null'), lon, lat, unit, street, object, ${LIST('missing')},
         ${LIST('contradictions')}, $3::date, $4,
         ($3::date + (now() at time zone 'Asia/Shanghai')::time) at time zone 'Asia/Shanghai'
       from jsonb_to_recordset($2::jsonb) as ${RECORD} order by n
       returning id, values)
     insert into ledger_change (ledger, entry_id, version, by_id, by_name, kind, work_id, fields)
     select $1, id, 1, $5, $4, 'created', $6,
       (select coalesce(jsonb_object_agg(k, jsonb_build_array(null, v)), '{}') from jsonb_each(values) as x(k, v))
     from kept`,
    [ledger, JSON.stringify(rows.map((row, n) => ({ n, ...jsonOf(row) }))), by.today, by.name, by.id, by.workId],
  );
}

async function changeAll(
  client: pg.ClientBase,
  ledger: string,
  rows: readonly (Written & { entry: EntryRow; fields: Record<string, unknown> })[],
  by: By,
): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row, n) => ({ n, id: row.entry.id, fields: row.fields, ...jsonOf(row) }));
  await client.query(
    `with changed as (
       update ledger_entry e set name = r.name, values = r.values, place = nullif(r.place, 'null'), lon = r.lon, lat = r.lat,
         unit_id = r.unit, street_code = r.street, object_id = r.object, missing = ${LIST('missing')},
         contradictions = ${LIST('contradictions')}, refreshed_on = $3::date, version = e.version + 1, updated_at = now(),
         updated_by_name = $4
       from jsonb_to_recordset($2::jsonb) as ${RECORD} where e.ledger = $1 and e.id = r.id
       returning e.id, e.version, r.fields)
     insert into ledger_change (ledger, entry_id, version, by_id, by_name, kind, work_id, fields)
     select $1, id, version, $5, $4, 'changed', $6, fields from changed`,
    [ledger, JSON.stringify(given), by.today, by.name, by.id, by.workId],
  );
}

async function objectsOf(
  client: pg.ClientBase,
  definition: LedgerDefinition,
  rows: readonly SoundRow[],
): Promise<ReadonlyMap<string, number>> {
  if (!definition.object) return new Map();
  const named = new Map(
    rows.flatMap(({ checked: { object, name } }) =>
      object ? [[`${object.kind}|${object.key}`, { ...object, name }] as const] : [],
    ),
  );
  const list = [...named.values()];
  if (list.length === 0) return new Map();
  const { rows: made } = await client.query<{ id: number; kind: string; key: string }>(
    `insert into ledger_object (kind, key, name) select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (kind, key) do update set name = excluded.name returning id, kind, key`,
    [list.map((o) => o.kind), list.map((o) => o.key), list.map((o) => o.name)],
  );
  return new Map(made.map(({ id, kind, key }) => [`${kind}|${key}`, id]));
}
