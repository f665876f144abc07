import type pg from 'pg';
import { WOKEN_BY_HOURS } from '../../store.ts';
import type { Period } from './period.ts';
import type { DeviceHourKey } from './read.ts';

/** Device hours of one transaction at most, before those named twice are put together. */
const MOST_PAIRS = 100_000;

export type Touched = { readonly taken: number; readonly keys: DeviceHourKey[] };

/**
 * Takes batches of touched hours away that are due and were written by `before` (an instant with its microseconds), the oldest first; each hour once. They
 * come back if the transaction fails.
 */
export async function takeTouchedHours(client: pg.ClientBase, now: Date, before: string): Promise<Touched> {
  const { rows } = await client.query<{ device_ids: number[]; hours: string }>(
    `delete from touched_hours where id in (
       select id from (
         select id, sum(cardinality(hours)) over (order by id) - cardinality(hours) as earlier
         from touched_hours where due <= $1 and at <= $2 order by id limit 5000) t
       where earlier < ${MOST_PAIRS})
     returning device_ids, (select string_agg((date_part('epoch', h) / 3600)::text, ',' order by n) from unnest(hours) with ordinality as u (h, n)) as hours`,
    [now, before],
  );
  const keys = new Map<number, DeviceHourKey>();
  for (const { device_ids, hours } of rows) {
    const starts = hours.split(',');
    device_ids.forEach((deviceId, i) => {
      const hour = Number(starts[i]);
      // device numbers below 2^31, hours below 2^20: one exact number
      keys.set(deviceId * 1_048_576 + hour, { deviceId, hour: hour * 3_600_000 });
    });
  }
  return { taken: rows.length, keys: [...keys.values()].sort((a, b) => a.hour - b.hour || a.deviceId - b.deviceId) };
}

/** Puts hours back, to be taken when they are due: one row for all of a time. */
export async function holdHours(
  client: pg.ClientBase,
  keys: readonly DeviceHourKey[],
  due: Date | 'infinity',
): Promise<void> {
  if (keys.length === 0) return;
  await client.query(
    `insert into touched_hours (device_ids, hours, due)
     values ($1::int[], (select array_agg(to_timestamp(h) order by n) from unnest($2::float8[]) with ordinality as u (h, n)), $3)`,
    [keys.map((key) => key.deviceId), keys.map((key) => key.hour / 1000), due],
  );
}

/** `used`: calibrations that its means were made with; '' for none */
export type ComputedHour = { readonly key: DeviceHourKey; readonly period: Period | null; readonly used: string };

const texts = (values: readonly (number | null)[]) => `{${values.map((v) => v ?? 'NULL').join(',')}}`;

/**
 * Writes hours; one without packets goes away. Days of hours that became another are touched, and whoever computes from the
 * hours of stations is woken.
 * @returns how many became another
 */
export async function writeHours(
  client: pg.ClientBase,
  hours: readonly ComputedHour[],
  edition: string,
  stationDevices: ReadonlySet<number>,
): Promise<number> {
  const gone = hours.filter(({ period }) => period === null).map(({ key }) => key);
  const made = hours.flatMap(({ key, period, used }) => (period ? [{ key, period, used }] : []));
  const changed: { device_id: number; hour: Date }[] = [];
  if (gone.length)
    changed.push(
      ...(
        await client.query<{ device_id: number; hour: Date }>(
          `delete from hour_value h using unnest($1::int[], $2::float8[]) as u (d, t)
           where h.device_id = u.d and h.hour = to_timestamp(u.t) returning h.device_id, h.hour`,
          [gone.map((key) => key.deviceId), gone.map((key) => key.hour / 1000)],
        )
      ).rows,
    );
  if (made.length) {
    const columns = ['mean', 'min', 'max', 'samples', 'valid_minutes', 'flags', 'basis', 'source_id', 'edition'];
    const old = columns.map((name) => `h.${name}`).join(', ');
    const fresh = columns.map((name) => `excluded.${name}`).join(', ');
    changed.push(
      ...(
        await client.query<{ device_id: number; hour: Date }>(
          `insert into hour_value as h (device_id, hour, mean, min, max, samples, valid_minutes, flags, basis, source_id, edition)
           select d, to_timestamp(t), mean::real[], least::real[], greatest::real[], samples::smallint[], valid::smallint[], flags, basis, source, edition
           from unnest($1::int[], $2::float8[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[], $11::text[])
             as u (d, t, mean, least, greatest, samples, valid, flags, basis, source, edition)
           order by d, t
           on conflict (device_id, hour) do update set (${columns.join(', ')}, computed_at) = (${fresh}, now())
           where (${old}) is distinct from (${fresh})
           returning device_id, hour`,
          [
            made.map(({ key }) => key.deviceId),
            made.map(({ key }) => key.hour / 1000),
            made.map(({ period }) => texts(period.mean)),
            made.map(({ period }) => texts(period.min)),
            made.map(({ period }) => texts(period.max)),
            made.map(({ period }) => texts(period.samples)),
            made.map(({ period }) => texts(period.validMinutes)),
            made.map(({ period }) => period.flags),
            made.map(({ period }) => period.basis),
            made.map(({ period }) => period.sourceId),
            made.map(({ used }) => (used === '' ? edition : `${edition} ${used}`)),
          ],
        )
      ).rows,
    );
  }
  await touchDaysOf(client, changed, stationDevices);
  return changed.length;
}

async function touchDaysOf(
  client: pg.ClientBase,
  changed: readonly { device_id: number; hour: Date }[],
  stationDevices: ReadonlySet<number>,
): Promise<void> {
  if (changed.length === 0) return;
  const days = `select distinct d, (h at time zone interval '8 hours')::date as day from unnest($1::int[], $2::timestamptz[]) as u (d, h) order by 1, 2`;
  const columns = (rows: typeof changed) => [rows.map((row) => row.device_id), rows.map((row) => row.hour)];
  await client.query(
    `insert into touched_device_day (device_id, day) ${days} on conflict do nothing`,
    columns(changed),
  );
  const ofStations = changed.filter((row) => stationDevices.has(row.device_id));
  if (ofStations.length === 0) return;
  await client.query(
    `insert into touched_day (device_id, day) ${days} on conflict (device_id, day) do update set at = now()`,
    columns(ofStations),
  );
  await client.query('select enqueue($1, $2, $1, null)', [WOKEN_BY_HOURS, '{}']);
}
