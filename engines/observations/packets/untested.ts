import { sql } from 'kysely';
import { enqueue } from '#platform/jobs';
import type { Db } from '#platform/store';
import { HOURS_TASK } from './hours/task.ts';

export type DeviceHourKey = { readonly deviceId: number; readonly hour: Date };

/**
 * Takes away the hours that packets came into since the last call, each once; call it in the transaction that makes a note
 * of them, so that a failure leaves them untested.
 */
export async function takeUntestedHours(db: Db, mostCommits = 20_000): Promise<DeviceHourKey[]> {
  const { rows } = await sql<{ device_id: number; hour: Date }>`
    with taken as (
      delete from untested_hours where id in
        (select id from untested_hours order by id limit ${mostCommits} for update skip locked)
      returning device_ids, hours)
    select distinct u.device_id, u.hour from taken cross join unnest(device_ids, hours) as u (device_id, hour)
    order by 2, 1`.execute(db);
  return rows.map((row) => ({ deviceId: row.device_id, hour: row.hour }));
}

/**
 * Has single hours of devices computed again although no packet came, because what counts in them has changed; in the
 * caller's transaction.
 */
export async function touchDeviceHours(db: Db, hours: readonly DeviceHourKey[]): Promise<void> {
  if (hours.length === 0) return;
  await sql`insert into touched_hours (device_ids, hours)
    values (${hours.map((h) => h.deviceId)}::int[], ${hours.map((h) => h.hour)}::timestamptz[])`.execute(db);
  await enqueue(db, HOURS_TASK);
}

/** Whether the packets from one instant to another are all in the database, none of them in an archived month. */
export async function packetsAtHand(db: Db, from: Date, until: Date): Promise<boolean> {
  const { rows } = await sql<{ away: boolean }>`select exists (
    select from packet_archive where kind = 'packet' and state <> 'restored'
      and month < (${until}::timestamptz at time zone 'UTC') and month + interval '1 month' > (${from}::timestamptz at time zone 'UTC')
  ) as away`.execute(db);
  return !rows[0]!.away;
}
