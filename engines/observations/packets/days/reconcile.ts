import type pg from 'pg';
import { measuringDevices } from '#engines/devices';
import { dbOn, inTransaction } from '../../import/land.ts';
import { numbersOf } from '../hours/read.ts';
import { HOUR_SETTINGS, type HourSettings } from '../hours/rules.table.ts';
import { type DeviceDay, makeDay, type StoredHour } from './day.ts';

const MOST_DAYS = 2000;

type DayKey = { readonly deviceId: number; readonly day: string };

/** Computes the days of devices whose hours changed. @returns how many device days were computed */
export async function reconcileDays(
  pool: pg.Pool,
  options: { readonly settings?: HourSettings; readonly cancelled?: () => boolean } = {},
): Promise<number> {
  const { leastDayHours } = options.settings ?? HOUR_SETTINGS;
  for (let days = 0; ; ) {
    if (options.cancelled?.()) return days;
    const taken = await inTransaction(pool, async (client) => {
      const keys = await takeTouched(client);
      if (keys.length) await computeDays(client, keys, leastDayHours);
      return { result: keys.length, keep: true };
    });
    days += taken;
    if (taken < MOST_DAYS) return days;
  }
}

async function takeTouched(client: pg.ClientBase): Promise<DayKey[]> {
  const { rows } = await client.query<{ device_id: number; day: string }>(
    `delete from touched_device_day where (device_id, day) in
       (select device_id, day from touched_device_day order by day, device_id limit ${MOST_DAYS} for update skip locked)
     returning device_id, day`,
  );
  return rows.map((row) => ({ deviceId: row.device_id, day: row.day }));
}

async function computeDays(client: pg.PoolClient, keys: readonly DayKey[], leastHours: number): Promise<void> {
  const devices = await measuringDevices(dbOn(client), [...new Set(keys.map((key) => key.deviceId))]);
  const hours = await hoursOfDays(client, keys);
  const made = keys.flatMap((key, n) => {
    const device = devices.get(key.deviceId);
    const day = device && makeDay(device, key.day, hours.get(n) ?? [], leastHours);
    return day ? [{ key, day }] : [];
  });
  await client.query(
    'delete from device_day d using unnest($1::int[], $2::date[]) as u (d, day) where d.device_id = u.d and d.day = u.day',
    [keys.map((key) => key.deviceId), keys.map((key) => key.day)],
  );
  await writeDays(client, made);
}

async function hoursOfDays(client: pg.ClientBase, keys: readonly DayKey[]): Promise<Map<number, StoredHour[]>> {
  type Row = { n: number; mean: string; min: string | null; max: string | null; valid: number[] | null; flags: string };
  const { rows } = await client.query<Row & { source_id: number }>(
    `select (w.n - 1)::int as n, h.mean::text, h.min::text, h.max::text, h.valid_minutes as valid, h.flags, h.source_id
     from unnest($1::int[], $2::date[]) with ordinality as w (d, day, n)
     join hour_value h on h.device_id = w.d and h.hour >= (w.day::timestamp - interval '8 hours') at time zone 'UTC'
       and h.hour < (w.day::timestamp + interval '16 hours') at time zone 'UTC'
     order by h.device_id, h.hour`,
    [keys.map((key) => key.deviceId), keys.map((key) => key.day)],
  );
  const byDay = new Map<number, StoredHour[]>();
  for (const row of rows) {
    const hour = {
      mean: numbersOf(row.mean),
      min: numbersOf(row.min ?? '{}'),
      max: numbersOf(row.max ?? '{}'),
      validMinutes: row.valid ?? [],
      flags: row.flags,
      sourceId: row.source_id,
    };
    const list = byDay.get(row.n);
    if (list) list.push(hour);
    else byDay.set(row.n, [hour]);
  }
  return byDay;
}

const text = (values: readonly (number | boolean | null)[]) => `{${values.map((v) => v ?? 'NULL').join(',')}}`;

async function writeDays(client: pg.ClientBase, made: readonly { key: DayKey; day: DeviceDay }[]): Promise<void> {
  if (made.length === 0) return;
  await client.query(
    `insert into device_day (device_id, day, mean, min, max, hours, valid_minutes, valid, edition, source_ids)
     select d, day, mean::real[], least::real[], greatest::real[], hours::smallint[], minutes::smallint[], valid::boolean[], edition, sources::int[]
     from unnest($1::int[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
       as u (d, day, mean, least, greatest, hours, minutes, valid, edition, sources)
     order by d, day`,
    [
      made.map(({ key }) => key.deviceId),
      made.map(({ key }) => key.day),
      made.map(({ day }) => text(day.mean)),
      made.map(({ day }) => text(day.min)),
      made.map(({ day }) => text(day.max)),
      made.map(({ day }) => text(day.hours)),
      made.map(({ day }) => text(day.validMinutes)),
      made.map(({ day }) => text(day.valid)),
      made.map(({ day }) => day.edition),
      made.map(({ day }) => text(day.sourceIds)),
    ],
  );
}
