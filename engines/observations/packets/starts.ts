import { sql } from 'kysely';
import type { Db } from '#platform/store';

/** Beginnings of the periods of one span that are stored of a device, ms since 1970, ascending; from ≤ at < until. */
export async function packetStarts(
  db: Db,
  deviceId: number,
  spanMinutes: number,
  from: Date,
  until: Date,
): Promise<number[]> {
  const { rows } = await sql<{ at: Date }>`select at from packet where device_id = ${deviceId}
    and span_minutes = ${spanMinutes} and at >= ${from} and at < ${until} order by at`.execute(db);
  return rows.map(({ at }) => at.getTime());
}
