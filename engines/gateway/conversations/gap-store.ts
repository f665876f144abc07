import { sql } from 'kysely';
import type { Db } from '#platform/store';
import type { Gap } from './gaps.ts';

/** Devices of HJ 212 that are connected and were heard within so many minutes. */
export async function heardLately(db: Db, minutes: number): Promise<{ id: number; createdAt: Date }[]> {
  const { rows } = await sql<{ id: number; createdAt: Date }>`
    select d.id, d.created_at as "createdAt" from device_link l join device d on d.id = l.device_id
    where l.protocol = 'hj-212' and l.disconnected_at is null
      and l.last_heard_at > now() - make_interval(mins => ${minutes}) order by d.id`.execute(db);
  return rows;
}

/** Whether a device has a request waiting or under way, or has left the last few of a day unanswered. */
export async function silentTo(db: Db, deviceId: number, inRow: number): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`select state from device_command where device_id = ${deviceId}
    and asked_at > now() - interval '1 day' order by asked_at desc, id desc limit ${inRow}`.execute(db);
  if (rows.some(({ state }) => state === 'waiting' || state === 'sent' || state === 'accepted')) return true;
  return rows.length === inRow && rows.every(({ state }) => state === 'unanswered');
}

/** What was asked for already, by the beginning of the gap. */
export async function askedGaps(
  db: Db,
  deviceId: number,
  spanMinutes: number,
): Promise<Map<number, { tries: number; nextAt: Date }>> {
  const { rows } = await sql<{ begins: Date; tries: number; nextAt: Date }>`
    select begins, tries, next_at as "nextAt" from asked_gap
    where device_id = ${deviceId} and span_minutes = ${spanMinutes}`.execute(db);
  return new Map(rows.map(({ begins, ...rest }) => [begins.getTime(), rest]));
}

export async function keepGap(db: Db, deviceId: number, spanMinutes: number, gap: Gap, nextAt: Date): Promise<void> {
  await sql`insert into asked_gap (device_id, span_minutes, begins, ends, next_at)
    values (${deviceId}, ${spanMinutes}, ${new Date(gap.begins)}, ${new Date(gap.ends)}, ${nextAt})
    on conflict (device_id, span_minutes, begins) do update set ends = excluded.ends, tries = asked_gap.tries + 1,
      next_at = excluded.next_at`.execute(db);
}

/** No model looks further back. */
export async function forgetGaps(db: Db): Promise<void> {
  await sql`delete from asked_gap where begins < now() - interval '32 days'`.execute(db);
}
