import type pg from 'pg';
import { type PacketRow, PacketWriter } from '#engines/observations';
import { startOfDay } from '#platform/clock';

export const STEP_MS = 300_000;
const CHANNELS = ['PM25', 'PM10', 'RH'] as const;

/** A stream of numbers that is the same at every run. */
export function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()) };
}

/** Registers micro-stations on a grid of about 600 m; device n is M00, M01 …; channels PM2.5, PM10, humidity. */
export async function registerNetwork(pool: pg.Pool, count: number): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `insert into device (code, kind, name, lon, lat)
     select 'M' || lpad(i::text, 2, '0'), 'micro-station', '微站' || i, 116.35 + (i % 4) * 0.007, 39.90 + (i / 4) * 0.0054
     from generate_series(0, $1::int - 1) i order by i returning id`,
    [count],
  );
  const ids = rows.map(({ id }) => id);
  await pool.query(
    `insert into channel (device_id, no, pollutant, unit)
     select d, c.no, c.pollutant, c.unit from unnest($1::int[]) d,
       (values (1, 'PM25', 'µg/m³'), (2, 'PM10', 'µg/m³'), (3, 'RH', '%')) as c (no, pollutant, unit)`,
    [ids],
  );
  return ids;
}

export type Bend = (reading: { PM25: number; PM10: number; RH: number }, device: number, at: number) => void;

/** Packets of calm days at five minutes, about 60 µg/m³; `bend` changes what single devices say. */
export function calmPackets(
  ids: readonly number[],
  first: string,
  days: number,
  bend: Bend = () => undefined,
): PacketRow[] {
  const begin = startOfDay(first).getTime();
  const packets: PacketRow[] = [];
  ids.forEach((deviceId, device) => {
    const { normal } = chance(device * 1000 + days);
    for (let i = 0; i < days * 288; i += 1) {
      const at = begin + i * STEP_MS;
      const level = 60 + 15 * Math.cos(((i / 12) % 24) * (Math.PI / 12));
      const reading = {
        PM25: Math.round(level * (1 + 0.05 * normal())),
        PM10: Math.round(level * 1.6 * (1 + 0.05 * normal())),
        RH: Math.round(50 + 2 * normal()),
      };
      bend(reading, device, at);
      const values = CHANNELS.map((code) => reading[code]);
      packets.push({ deviceId, sourceId: 0, at, spanMinutes: 5, values, flags: 'VVV', receivedAt: at });
    }
  });
  return packets;
}

/** Sends packets the way a gateway does, and waits until they are committed. */
export async function send(pool: pg.Pool, packets: readonly PacketRow[]): Promise<void> {
  const writer = new PacketWriter(pool);
  await Promise.all(
    chunks(packets, 500).map(
      (rows) =>
        new Promise<void>((done, fail) => {
          const settle = (outcome: string) => (outcome === 'committed' ? done() : fail(new Error(outcome)));
          const instead = () => {
            throw new Error('the store refused a packet');
          };
          writer.offer({ rows, frame: null, weight: 0, settle, instead });
        }),
    ),
  );
  await writer.close();
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
