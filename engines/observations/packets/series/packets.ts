import type pg from 'pg';
import type { StoredPacket } from '../hours/period.ts';
import { numbersOf, type SourceKinds } from '../hours/read.ts';

/** A packet as a page of a series has it. */
export type SeriesPacket = {
  readonly at: Date;
  readonly span: number;
  readonly receivedAt: Date;
  readonly sourceId: number;
  readonly flags: string;
  readonly values: (number | null)[];
};

/** Packets of one device that begin from `from` up to, not including, `until`, as they are or as they were known. */
export type PacketsAsked = {
  readonly deviceId: number;
  readonly spans: readonly number[];
  readonly from: Date;
  readonly until: Date;
  /** only those behind this place in the order of time and span */
  readonly after?: { readonly at: Date; readonly span: number };
  readonly limit: number;
  /** what was known at this instant */
  readonly asOf?: Date;
};

type Row = { at: Date; span_minutes: number; received_at: Date; source_id: number; flags: string; text: string };

/**
 * One page in the order of time and span: every span is followed in the key of `packet` on its own, then they are put
 * together. As of an instant, what was replaced later stands where it stood then.
 */
export async function packetPage(client: pg.ClientBase, asked: PacketsAsked): Promise<SeriesPacket[]> {
  const { deviceId, spans, from, until, after, limit, asOf } = asked;
  const parameters: unknown[] = [deviceId, spans, after?.at ?? from, until, limit, after?.span ?? -1];
  const ahead = 'at >= $3 and at < $4 and (at, span_minutes) > ($3, $6::int)';
  const columns = 'at, span_minutes, received_at, source_id, flags, values';
  const known = asOf ? 'and received_at <= $7' : '';
  if (asOf) parameters.push(asOf);
  const now = `select p.* from unnest($2::smallint[]) s cross join lateral (
      select ${columns} from packet where device_id = $1 and span_minutes = s and ${ahead} ${known} order by at limit $5) p`;
  const then = `select ${columns} from packet_replaced
      where device_id = $1 and span_minutes = any($2) and ${ahead} and received_at <= $7 and replaced_at > $7`;
  const { rows } = await client.query<Row>(
    asOf
      ? `select distinct on (at, span_minutes) ${columns.replace('values', 'values::text as text')}
         from (${now} union all ${then}) p order by at, span_minutes, received_at desc limit $5`
      : `select ${columns.replace('values', 'values::text as text')} from (${now}) p order by at, span_minutes limit $5`,
    parameters,
  );
  return rows.map((row) => ({
    at: row.at,
    span: row.span_minutes,
    receivedAt: row.received_at,
    sourceId: row.source_id,
    flags: row.flags,
    values: numbersOf(row.text).map((value) => (Number.isFinite(value) ? value : null)),
  }));
}

/** The same as the rules of hours take them. */
export const storedPackets = (packets: readonly SeriesPacket[], kinds: SourceKinds): StoredPacket[] =>
  packets.map(({ at, ...packet }) => ({
    ...packet,
    at: at.getTime(),
    ...(kinds.get(packet.sourceId) ?? { imported: false, makeBelieve: false }),
  }));

/** Spans that a device has ever sent, imported hours among them. */
export async function spansOfDevice(client: pg.ClientBase, deviceId: number): Promise<number[]> {
  const { rows } = await client.query<{ span: number }>(
    'select span_minutes as span from latest_packet where device_id = $1 union select 60 order by 1',
    [deviceId],
  );
  return rows.map(({ span }) => span);
}
