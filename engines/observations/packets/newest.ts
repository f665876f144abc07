import { sql } from 'kysely';
import type { Db } from '#platform/store';

/** The newest packet of a device of one span class. */
export type NewestPacket = {
  deviceId: number;
  /** 0: of the moment; otherwise the minutes of its period */
  spanMinutes: number;
  at: Date;
  receivedAt: Date;
  values: (number | null)[];
  flags: string;
};

/** The newest packets of devices, one a span class, shortest span first; of all devices where no ids are given. */
export async function newestPackets(db: Db, deviceIds?: readonly number[]): Promise<Map<number, NewestPacket[]>> {
  const { rows } = await sql<NewestPacket>`select device_id as "deviceId", span_minutes as "spanMinutes", at,
      received_at as "receivedAt", values, flags from latest_packet
    where ${deviceIds ? sql`device_id = any(${[...deviceIds]}::int[])` : sql`true`} order by device_id, span_minutes`.execute(
    db,
  );
  const found = new Map<number, NewestPacket[]>();
  for (const row of rows) {
    const of = found.get(row.deviceId);
    if (of) of.push(row);
    else found.set(row.deviceId, [row]);
  }
  return found;
}
