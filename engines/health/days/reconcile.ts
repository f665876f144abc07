import { sql } from 'kysely';
import { DEVICE_KINDS, isDeviceKind, type WatchedDevice, watchedDevices } from '#engines/devices';
import { validHours } from '#engines/observations';
import { addDays, type CalendarDate, dateOf, datesBetween, hourStart } from '#platform/clock';
import type { Db } from '#platform/store';
import { episodesBetween, watchedBetween } from '../store.ts';
import { type Minutes, minutesOf, type Stretch } from './minutes.ts';

const HOUR = 3_600_000;

type DayRow = { device_id: number; day: CalendarDate; expected: number; valid: number } & Minutes;

/**
 * Makes the days of all watched devices from what is stored: minutes in each state from episodes, valid hours from hours.
 * The same days can be made again at any time.
 * @returns rows written
 */
export async function reconcileHealthDays(db: Db, first: CalendarDate, last: CalendarDate, now: Date): Promise<number> {
  const devices = await watchedDevices(db);
  let written = 0;
  for (const day of datesBetween(first, last)) written += await reconcileDay(db, devices, day, now);
  return written;
}

async function reconcileDay(db: Db, devices: readonly WatchedDevice[], day: CalendarDate, now: Date): Promise<number> {
  const from = hourStart(day, 0);
  const until = new Date(Math.min(hourStart(day, 24).getTime(), now.getTime()));
  if (until <= from || devices.length === 0) return 0;
  const episodes = new Map<number, (Stretch & { state: string })[]>();
  for (const { deviceId, began, ended, state } of await episodesBetween(db, from, until)) {
    const of = episodes.get(deviceId) ?? [];
    of.push({ from: began.getTime(), until: ended?.getTime() ?? Number.POSITIVE_INFINITY, state });
    episodes.set(deviceId, of);
  }
  const watched = (await watchedBetween(db, from, until)).map((w) => ({ from: w.began, until: w.until }));
  const valid = new Map<string, number>();
  for (const row of await validHours(db, { deviceIds: devices.map(({ id }) => id), from, until }))
    valid.set(`${row.deviceId}|${row.no}`, row.hours);
  const time = { from: from.getTime(), until: until.getTime() };
  const rows = devices.map((device): DayRow => {
    const counted = countedChannels(device);
    const begins = Math.max(time.from, device.admittedAt.getTime());
    // hours that are over: the one under way has not been made yet
    const hours = device.state === 'probation' ? 0 : Math.max(0, Math.floor((time.until - begins) / HOUR));
    const found = counted.reduce((sum, no) => sum + Math.min(hours, valid.get(`${device.id}|${no}`) ?? 0), 0);
    return {
      device_id: device.id,
      day,
      expected: hours * counted.length,
      valid: found,
      ...minutesOf(time, episodes.get(device.id) ?? [], watched),
    };
  });
  await writeDays(db, rows);
  return rows.length;
}

/** Numbers of the channels whose hours are expected: mapped values of what stands; vehicles have none while they park. */
function countedChannels({ kind, channels }: WatchedDevice): number[] {
  if (!isDeviceKind(kind) || !DEVICE_KINDS[kind].stands) return [];
  return channels.flatMap(({ pollutant, statistic }, place) => (pollutant && statistic === 'value' ? [place + 1] : []));
}

async function writeDays(db: Db, rows: readonly DayRow[]): Promise<void> {
  await sql`insert into device_health_day (device_id, day, online_minutes, late_minutes, silent_minutes, faulty_minutes,
      maintenance_minutes, unwatched_minutes, expected_hours, valid_hours)
    select device_id, day, online, late, silent, faulty, maintenance, unwatched, expected, valid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(device_id int, day date, online int, late int, silent int,
      faulty int, maintenance int, unwatched int, expected int, valid int)
    on conflict (device_id, day) do update set online_minutes = excluded.online_minutes, late_minutes = excluded.late_minutes,
      silent_minutes = excluded.silent_minutes, faulty_minutes = excluded.faulty_minutes,
      maintenance_minutes = excluded.maintenance_minutes, unwatched_minutes = excluded.unwatched_minutes,
      expected_hours = excluded.expected_hours, valid_hours = excluded.valid_hours, computed_at = now()`.execute(db);
}

/** The days that can still change: today and, for late hours, the two before. */
export async function reconcileRecentDays(db: Db, now: Date): Promise<number> {
  const today = dateOf(now);
  return reconcileHealthDays(db, addDays(today, -2), today, now);
}
