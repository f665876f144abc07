import type pg from 'pg';
import type { StoredPacket } from './period.ts';

const HOUR_MS = 3_600_000;

/** An hour of a device. */
export type DeviceHourKey = {
  readonly deviceId: number;
  /** beginning of the hour, ms since 1970 */
  readonly hour: number;
};

/** Kinds of sources by number, as far as hours have to know. */
export type SourceKinds = ReadonlyMap<number, { imported: boolean; makeBelieve: boolean }>;

export async function sourceKinds(client: pg.ClientBase): Promise<SourceKinds> {
  const { rows } = await client.query<{ id: number; kind: string }>('select id, kind from record_source');
  return new Map(
    rows.map(({ id, kind }) => [
      id,
      { imported: kind === 'import' || kind === 'replay', makeBelieve: kind === 'replay' || kind === 'simulated' },
    ]),
  );
}

/** Which spans up to an hour each device has ever sent; imported hours are not among them. */
export async function spansOf(client: pg.ClientBase, deviceIds: readonly number[]): Promise<Map<number, number[]>> {
  const { rows } = await client.query<{ device_id: number; spans: number[] }>(
    `select device_id, array_agg(span_minutes order by span_minutes) as spans from latest_packet
     where device_id = any($1::int[]) and span_minutes <= 60 group by device_id`,
    [deviceIds],
  );
  return new Map(rows.map((row) => [row.device_id, row.spans]));
}

/**
 * The packets that begin in each hour, in the order of time; hours without any are left out. Every hour is read by its
 * device, its spans and its time, so that the key of `packet` answers, and comes as one text, which is cheap to carry.
 */
export async function packetsOfHours(
  client: pg.ClientBase,
  keys: readonly DeviceHourKey[],
  spans: ReadonlyMap<number, readonly number[]>,
  kinds: SourceKinds,
): Promise<Map<DeviceHourKey, StoredPacket[]>> {
  const found = new Map<DeviceHourKey, StoredPacket[]>();
  if (keys.length === 0) return found;
  const parts = keys.flatMap((key, n) =>
    [...new Set([...(spans.get(key.deviceId) ?? []), 60])].map((span) => ({ key, n, span })),
  );
  const hours = keys.map((key) => key.hour);
  const { rows } = await client.query<{ n: number; lines: string }>({
    name: 'packets of hours',
    text: `select w.n, p.lines from unnest($1::int[], $2::float8[], $3::smallint[], $4::int[]) as w (d, h, s, n)
     cross join lateral (
       select string_agg((date_part('epoch', p.at) - w.h) || ';' || p.span_minutes || ';' || p.source_id || ';' || p.flags || ';' || p.values::text, '|') as lines
       from packet p where p.device_id = w.d and p.span_minutes = w.s
         and p.at >= to_timestamp(w.h) and p.at < to_timestamp(w.h + 3600) and p.at >= $5 and p.at < $6
     ) p where p.lines is not null`,
    values: [
      parts.map((part) => part.key.deviceId),
      parts.map((part) => part.key.hour / 1000),
      parts.map((part) => part.span),
      parts.map((part) => part.n),
      new Date(hours.reduce((a, b) => Math.min(a, b))),
      new Date(hours.reduce((a, b) => Math.max(a, b)) + HOUR_MS),
    ],
  });
  for (const { n, lines } of rows) {
    const key = keys[n]!;
    const packets = found.get(key) ?? [];
    for (const line of lines.split('|')) packets.push(packetOf(line, key.hour, kinds));
    found.set(key, packets);
  }
  for (const packets of found.values()) packets.sort((a, b) => a.at - b.at || a.span - b.span);
  return found;
}

/** `1.5;10;3;VN;{5,NULL}`: seconds after the hour, span, source, flags, values */
function packetOf(line: string, hour: number, kinds: SourceKinds): StoredPacket {
  const span = line.indexOf(';') + 1;
  const source = line.indexOf(';', span) + 1;
  const flags = line.indexOf(';', source) + 1;
  const values = line.indexOf(';', flags) + 1;
  const sourceId = Number(line.slice(source, flags - 1));
  return {
    at: hour + Math.round(Number(line.slice(0, span - 1)) * 1000),
    span: Number(line.slice(span, source - 1)),
    sourceId,
    ...(kinds.get(sourceId) ?? { imported: false, makeBelieve: false }),
    flags: line.slice(flags, values - 1),
    values: numbersOf(line.slice(values)),
  };
}

/** The text of a real[] as numbers: the shortest decimals that stand for the stored values. */
export function numbersOf(array: string): (number | null)[] {
  if (array.length < 3) return [];
  return array
    .slice(1, -1)
    .split(',')
    .map((text) => (text === 'NULL' ? null : Number(text)));
}
