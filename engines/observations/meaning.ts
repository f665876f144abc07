import { sql } from 'kysely';
import { enqueue } from '#platform/jobs';
import type { Db } from '#platform/store';
import { WOKEN_BY_HOURS } from './store.ts';

/**
 * What channels of devices mean has changed: every day of theirs that has hours is to be computed again. In the caller's
 * transaction.
 */
export async function touchMeaning(tx: Db, deviceIds: readonly number[]): Promise<void> {
  await sql`insert into touched_day (device_id, day)
    select distinct device_id, (hour at time zone 'Asia/Shanghai')::date from hour_value
    where device_id = any(${[...deviceIds]}::int[])
    on conflict (device_id, day) do update set at = now()`.execute(tx);
  // what was unmapped was not tested
  await sql`insert into untested_hours (device_ids, hours)
    select array_agg(device_id), array_agg(hour) from hour_value where device_id = any(${[...deviceIds]}::int[])
    having count(*) > 0`.execute(tx);
  await enqueue(tx, WOKEN_BY_HOURS);
}
