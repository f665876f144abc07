import { sql } from 'kysely';
import type { Db } from '#platform/store';

export type DeviceMedians = { readonly deviceId: number; readonly medians: readonly (readonly (number | null)[])[] };

/**
 * Puts the medians of a day's hours in the place of those that were there.
 * @param first beginning of the first hour; medians[h][place]
 * @returns whether any of them differs
 */
export async function storeMedians(
  db: Db,
  first: Date,
  hours: number,
  all: readonly DeviceMedians[],
): Promise<boolean> {
  const until = new Date(first.getTime() + hours * 3_600_000);
  const rows = all.flatMap(({ deviceId, medians }) =>
    medians.flatMap((values, h) => {
      if (values.every((v) => v === null)) return [];
      const hour = new Date(first.getTime() + h * 3_600_000);
      return [{ deviceId, hour, text: `{${values.map((v) => (v === null ? 'NULL' : v)).join(',')}}` }];
    }),
  );
  const { rows: changed } = await sql<{ n: number }>`
    with given as (
      select d as device_id, h as hour, m::real[] as medians
      from unnest(${rows.map((r) => r.deviceId)}::int[], ${rows.map((r) => r.hour)}::timestamptz[], ${rows.map((r) => r.text)}::text[])
        as u (d, h, m)),
    gone as (
      delete from qc_hour q where hour >= ${first} and hour < ${until}
        and not exists (select from given g where g.device_id = q.device_id and g.hour = q.hour) returning 1),
    put as (
      insert into qc_hour as q (device_id, hour, medians) select device_id, hour, medians from given
      on conflict (device_id, hour) do update set medians = excluded.medians where q.medians is distinct from excluded.medians
      returning 1)
    select ((select count(*) from gone) + (select count(*) from put))::int as n`.execute(db);
  return (changed[0]?.n ?? 0) > 0;
}

/** Medians of hours of all devices, by device: hours since `first` → place → value. */
export async function readMedians(db: Db, first: Date, hours: number): Promise<Map<number, Float64Array[]>> {
  const until = new Date(first.getTime() + hours * 3_600_000);
  const { rows } = await sql<{ device_id: number; at: number; medians: string }>`
    select device_id, ((extract(epoch from hour) - ${first.getTime() / 1000}::float8) / 3600)::int as at, medians::text
    from qc_hour where hour >= ${first} and hour < ${until} order by device_id, hour`.execute(db);
  const found = new Map<number, Float64Array[]>();
  for (const { device_id, at, medians } of rows) {
    const values = medians === '{}' ? [] : medians.slice(1, -1).split(',');
    const series = found.get(device_id) ?? [];
    values.forEach((text, place) => {
      series[place] ??= new Float64Array(hours).fill(Number.NaN);
      if (text !== 'NULL') series[place]![at] = Number(text);
    });
    found.set(device_id, series);
  }
  return found;
}
