import { sql } from 'kysely';
import type { CalendarDate } from '#platform/clock';
import type { Db } from '#platform/store';

/** How many hours of a day a channel of a device has that are valid. */
export type ValidHours = { deviceId: number; day: CalendarDate; no: number; hours: number };

/** Valid hours (flag V) by device, Beijing day and channel, from one instant up to, not including, another. */
export async function validHours(
  db: Db,
  { deviceIds, from, until }: { deviceIds: readonly number[]; from: Date; until: Date },
): Promise<ValidHours[]> {
  const { rows } = await sql<ValidHours>`
    select device_id as "deviceId", (hour at time zone 'Asia/Shanghai')::date as day, no, count(*)::int as hours
    from hour_value cross join lateral generate_series(1, length(flags)) as no
    where device_id = any(${[...deviceIds]}::int[]) and hour >= ${from} and hour < ${until} and substr(flags, no, 1) = 'V'
    group by 1, 2, 3`.execute(db);
  return rows;
}
