import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/store';
import type { DeviceState } from '../store.ts';
import type { DeviceRow, HealthState } from '../wire.ts';
import { cursorOf, readCursor } from './cursor.ts';

export type ListFilter = {
  kind?: readonly string[];
  /** default: admitted and in maintenance */
  state?: readonly DeviceState[];
  health?: readonly (HealthState | 'none')[];
  street?: readonly string[];
  model?: string;
  /** number of a measure */
  purpose?: string;
  simulated?: boolean;
  /** words in name, code, place, owner or identity */
  q?: string;
};

/** What comes first when one asks what is wrong. */
const HEALTH_RANK = sql`case h.state when 'faulty' then '1' when 'silent' then '2' when 'late' then '3'
  when 'probation' then '4' when 'maintenance' then '5' when 'online' then '6' else '7' end`;

/** Every order is by one text and then the id, so that a page goes on exactly where the last one ended. */
export const LIST_SORTS = {
  code: sql`d.code collate "C"`,
  name: sql`coalesce(d.name, d.code) collate "zh-x-icu"`,
  kind: sql`d.kind collate "C"`,
  street: sql`coalesce(d.street_code, '~') collate "C"`,
  health: sql`(${HEALTH_RANK}) collate "C"`,
  values: sql`coalesce(to_char(h.values_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '') collate "C"`,
} as const satisfies Record<string, RawBuilder<unknown>>;
export type ListSort = keyof typeof LIST_SORTS;

const COLUMNS = sql`d.id, d.code, d.name, d.name_en, d.kind, d.model_id, d.street_code, d.site, d.unit_id, d.owner, d.lon,
  d.lat, d.purpose, d.state, d.state_reason, d.simulated, h.state as h_state, h.cause, h.since, h.heard_at, h.values_at,
  h.words, h.remedy, h.checked_at`;

type Row = {
  id: number;
  code: string;
  name: string | null;
  name_en: string | null;
  kind: string;
  model_id: string | null;
  street_code: string | null;
  site: string | null;
  unit_id: string | null;
  owner: string | null;
  lon: number | null;
  lat: number | null;
  purpose: string[];
  state: DeviceState;
  state_reason: string | null;
  simulated: boolean;
  h_state: HealthState | null;
  cause: string;
  since: Date;
  heard_at: Date | null;
  values_at: Date | null;
  words: { zh: string; en: string };
  remedy: { zh: string; en: string } | null;
  checked_at: Date;
};

/** One page of the register. @throws Refusal bad_request for a cursor of another list */
export async function devicePageOf(
  db: Db,
  filter: ListFilter,
  { sort, descending, after, limit }: { sort: ListSort; descending: boolean; after?: string; limit: number },
): Promise<{ devices: DeviceRow[]; next: string | null; total: number }> {
  const where = conditions(filter);
  const key = LIST_SORTS[sort];
  const [order, beyond] = descending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const from = after ? readCursor(after) : undefined;
  const on = from ? sql`and (${key}, d.id) ${beyond} (${from.key}, ${from.id}::int)` : sql``;
  const { rows } = await sql<Row & { sort_key: string }>`
    select ${COLUMNS}, ${key} as sort_key from device d left join device_health h on h.device_id = d.id
    where ${where} ${on} order by ${key} ${order}, d.id ${order} limit ${limit + 1}`.execute(db);
  const counted = await sql<{ n: number }>`select count(*)::int as n from device d
    left join device_health h on h.device_id = d.id where ${where}`.execute(db);
  const last = rows.length > limit ? rows[limit - 1]! : undefined;
  return {
    devices: rows.slice(0, limit).map(rowShape),
    next: last ? cursorOf({ key: last.sort_key, id: last.id }) : null,
    total: counted.rows[0]!.n,
  };
}

/** Devices by id, in no order. */
export async function deviceRows(db: Db, ids: readonly number[]): Promise<DeviceRow[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from device d left join device_health h on h.device_id = d.id
    where d.id = any(${[...ids]}::int[])`.execute(db);
  return rows.map(rowShape);
}

/** Every device that a filter lets through, by code: for maps and sheets. */
export async function allDeviceRows(db: Db, filter: ListFilter): Promise<DeviceRow[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from device d left join device_health h on h.device_id = d.id
    where ${conditions(filter)} order by d.code`.execute(db);
  return rows.map(rowShape);
}

/** How many devices there are by kind and health under a filter. */
export async function countByHealth(db: Db, filter: ListFilter) {
  const { rows } = await sql<{ kind: string; health: HealthState | 'none'; n: number }>`
    select d.kind, coalesce(h.state, 'none') as health, count(*)::int as n from device d
    left join device_health h on h.device_id = d.id where ${conditions(filter)} group by 1, 2`.execute(db);
  return rows;
}

function conditions(filter: ListFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [
    sql`d.state = any(${[...(filter.state ?? ['admitted', 'maintenance'])]}::text[])`,
  ];
  if (filter.kind) all.push(sql`d.kind = any(${[...filter.kind]}::text[])`);
  if (filter.health) all.push(sql`coalesce(h.state, 'none') = any(${[...filter.health]}::text[])`);
  if (filter.street) all.push(sql`d.street_code = any(${[...filter.street]}::text[])`);
  if (filter.model) all.push(sql`d.model_id = ${filter.model}`);
  if (filter.purpose) all.push(sql`${filter.purpose} = any(d.purpose)`);
  if (filter.simulated !== undefined) all.push(sql`d.simulated = ${filter.simulated}`);
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
    all.push(sql`(d.code ilike ${like} or d.name ilike ${like} or d.name_en ilike ${like} or d.site ilike ${like}
      or d.owner ilike ${like} or exists (select 1 from device_identity i where i.device_id = d.id and i.identity ilike ${like}))`);
  }
  return sql.join(all, sql` and `);
}

function rowShape(row: Row): DeviceRow {
  return {
    id: row.id,
    code: row.code,
    name: row.name === null ? null : { zh: row.name, en: row.name_en },
    kind: row.kind,
    modelId: row.model_id,
    streetCode: row.street_code,
    site: row.site,
    unitId: row.unit_id,
    owner: row.owner,
    lon: row.lon,
    lat: row.lat,
    purpose: row.purpose,
    state: row.state,
    stateReason: row.state_reason,
    simulated: row.simulated,
    health: row.h_state && {
      state: row.h_state,
      cause: row.cause,
      since: row.since.toISOString(),
      heardAt: row.heard_at?.toISOString() ?? null,
      valuesAt: row.values_at?.toISOString() ?? null,
      words: row.words,
      remedy: row.remedy,
      checkedAt: row.checked_at.toISOString(),
    },
  };
}
