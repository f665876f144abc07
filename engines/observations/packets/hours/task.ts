import { sql } from 'kysely';
import { enqueue, type JobTask } from '#platform/jobs';
import type { Db } from '#platform/store';
import { reconcileDays } from '../days/reconcile.ts';
import { type HourOptions, reconcileHours } from './reconcile.ts';

/** The task that makes hours and days of packets. */
export const HOURS_TASK = 'observations.hours';

/** Hours and days of devices, every minute and when woken. */
export function hoursTask(options: Pick<HourOptions, 'settings' | 'marksOf' | 'calibrationsOf'> = {}): JobTask {
  return {
    name: HOURS_TASK,
    cron: '* * * * *',
    atStart: true,
    async run({ pool, signal }) {
      const cancelled = () => signal.aborted;
      const hours = await reconcileHours(pool, { ...options, cancelled });
      return { ...hours, days: await reconcileDays(pool, { ...options, cancelled }) };
    },
  };
}

/**
 * Has hours of devices computed again, because settings, channels or marks of quality control changed; in the caller's
 * transaction.
 * @param until not included
 */
export async function touchHours(db: Db, deviceIds: readonly number[], from: Date, until: Date): Promise<void> {
  await sql`insert into touched_hours (device_ids, hours)
    select array_agg(d), array_agg(h) from unnest(${[...deviceIds]}::int[]) d,
      generate_series(date_trunc('hour', ${from}::timestamptz), ${until}::timestamptz - interval '1 microsecond', interval '1 hour') h
    having count(*) > 0`.execute(db);
  await enqueue(db, HOURS_TASK);
}
