import type pg from 'pg';
import type { MeasuringDevice } from '#engines/devices';
import type { MarksOf } from '../hours/marks.ts';
import { makePeriod, type StoredPacket } from '../hours/period.ts';
import { sourceKinds } from '../hours/read.ts';
import { hourEdition } from '../hours/reconcile.ts';
import type { HourSettings } from '../hours/rules.table.ts';
import { type PacketsAsked, packetPage, storedPackets } from './packets.ts';
import type { SeriesRow } from './wire.ts';

const MINUTE_MS = 60_000;
/** packets of one page at most: a day of one a second */
const MOST_PACKETS = 100_000;

export type MadeAsked = Omit<PacketsAsked, 'after' | 'limit'> & {
  readonly device: MeasuringDevice;
  readonly minutes: number;
  /** periods of a page at most */
  readonly limit: number;
  readonly settings: HourSettings;
  readonly marksOf: MarksOf;
};

/**
 * Periods that are made when they are asked for, by the rule of hours: minutes, and hours as they were known. A device whose
 * packets are all longer than the step shows the shortest of them as they are.
 * @returns the rows and where the next page begins; null: that was all
 */
export async function madePage(
  client: pg.ClientBase,
  asked: MadeAsked,
): Promise<{ rows: SeriesRow[]; next: Date | null }> {
  const stepMs = asked.minutes * MINUTE_MS;
  const spans = asked.spans.filter((span) => span <= 60);
  const fine = spans.filter((span) => span <= asked.minutes);
  const [first] = await packetPage(client, { ...asked, spans, limit: 1 });
  if (!first) return { rows: [], next: null };
  const start = Math.floor(first.at.getTime() / stepMs) * stepMs;
  const end = Math.min(asked.until.getTime(), start + asked.limit * stepMs);
  const from = new Date(Math.max(start, asked.from.getTime()));
  const read = (of: readonly number[]) =>
    packetPage(client, { ...asked, spans: of, from, until: new Date(end), limit: MOST_PACKETS });
  let found = fine.length ? await read(fine) : [];
  const cut = found.length === MOST_PACKETS ? Math.floor(found.at(-1)!.at.getTime() / stepMs) * stepMs : end;
  const next = cut < asked.until.getTime() ? new Date(cut) : null;
  if (found.length === 0) {
    for (const span of spans) if (span > asked.minutes && found.length === 0) found = await read([span]);
    const rows = found.map(({ at, span, values, flags, sourceId }) => ({
      ...{ at: at.toISOString(), span, values, flags, sourceIds: [sourceId] },
    }));
    return { rows, next };
  }
  const packets = storedPackets(found, await sourceKinds(client)).filter((packet) => packet.at < cut);
  const marks = await asked.marksOf(client, [asked.deviceId], from, new Date(cut), asked.asOf);
  const rule = { minutes: asked.minutes, leastShare: asked.settings.leastShare };
  const rows: SeriesRow[] = [];
  for (const [at, own] of byPeriod(packets, stepMs)) {
    const within = marks.filter((mark) => mark.from < at + stepMs && mark.until > at);
    const period = makePeriod(asked.device, own, rule, within);
    if (!period) continue;
    const { mean, sourceId, ...rest } = period;
    rows.push({
      ...rest,
      sourceIds: [sourceId],
      at: new Date(at).toISOString(),
      span: asked.minutes,
      values: mean,
      edition: hourEdition(asked.settings),
    });
  }
  return { rows, next };
}

function byPeriod(packets: readonly StoredPacket[], stepMs: number): Map<number, StoredPacket[]> {
  const periods = new Map<number, StoredPacket[]>();
  for (const packet of packets) {
    const at = Math.floor(packet.at / stepMs) * stepMs;
    const own = periods.get(at);
    if (own) own.push(packet);
    else periods.set(at, [packet]);
  }
  return periods;
}
