import { sql } from 'kysely';
import type { Db } from '#platform/store';

/** One stored packet: values as texts in the order of channels, 'NULL' where it says nothing. */
export type PacketRead = {
  readonly deviceId: number;
  /** ms since 1970: instant, or beginning of the period */
  readonly at: number;
  readonly spanMinutes: number;
  readonly values: readonly string[];
  readonly flags: string;
};

/** devices of one query: so many rows that a query is worth it and so few that nobody else waits long */
const DEVICES_AT_ONCE = 25;

/** Packets of devices from `from` up to, not including, `until`, in order of device and time, device by device. */
export async function* readPackets(
  db: Db,
  { deviceIds, from, until }: { deviceIds: readonly number[]; from: Date; until: Date },
): AsyncGenerator<PacketRead[]> {
  for (let i = 0; i < deviceIds.length; i += DEVICES_AT_ONCE) {
    const { rows } = await sql<{ device_id: number; at: number; span: number; values: string; flags: string }>`
      select device_id, (extract(epoch from at) * 1000)::float8 as at, span_minutes as span, values::text, flags
      from packet where device_id = any(${deviceIds.slice(i, i + DEVICES_AT_ONCE)}::int[]) and at >= ${from} and at < ${until}
      order by device_id, at`.execute(db);
    yield rows.map((row) => ({
      deviceId: row.device_id,
      at: row.at,
      spanMinutes: row.span,
      values: row.values === '{}' ? [] : row.values.slice(1, -1).split(','),
      flags: row.flags,
    }));
  }
}
