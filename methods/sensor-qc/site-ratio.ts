import { type Channel, Context, medianOf } from './context.ts';
import type { Network } from './series.ts';
import { median, robustSpread } from './statistics.ts';

/** One channel beside its proxy, by hour and by day. */
export type DayRatios = {
  readonly channel: Channel;
  /** µg/m³ (unit of the quantity) by hour, NaN outside and at local peaks */
  readonly own: Float64Array;
  readonly proxy: Float64Array;
  /** ln(own/proxy) of each day: median of its well-mixed hours */
  readonly byDay: Float64Array;
  readonly usual: number | undefined;
};

/** a day's ratio needs so many mixed hours */
const LEAST_HOURS = 3;
const LEAST_PROXIES = 3;

/**
 * The ratio of each sensor to the median of those around it (same kind of place first, all otherwise), by day. An hour is
 * well mixed when the district hardly differs from place to place; the best hours of each day are taken.
 */
export function daysRatios(context: Context, code: string, mixedHours: number, metres: number): DayRatios[] {
  const channels = context.channels((one) => one.code === code);
  const hourly = channels.map((one) => withoutPeaks(context, one));
  const unevenness = Float64Array.from({ length: context.hours }, (_, h) => {
    const logs = hourly.map((series, i) => Math.log(Math.max(0, series[h]!) + channels[i]!.quantity.floor!));
    return robustSpread(logs);
  });
  const days = Math.floor(context.hours / 24);
  const mixed = new Uint8Array(context.hours);
  for (let d = 0; d < days; d += 1)
    Array.from({ length: 24 }, (_, h) => d * 24 + h)
      .filter((h) => !Number.isNaN(unevenness[h]))
      .sort((a, b) => unevenness[a]! - unevenness[b]! || a - b)
      .slice(0, mixedHours)
      .forEach((h) => {
        mixed[h] = 1;
      });
  return channels.map((channel, i) => {
    const near = channels.map((_, j) => j).filter((j) => j !== i && distance(channel, channels[j]!) <= metres);
    const alike = near.filter((j) => channels[j]!.series.place === channel.series.place);
    const proxies = alike.length >= LEAST_PROXIES ? alike : near;
    const proxy = medianOf(
      proxies.map((j) => hourly[j]!),
      context.hours,
      LEAST_PROXIES,
    );
    const floor = channel.quantity.floor!;
    const ratio = (h: number) => Math.log((Math.max(0, hourly[i]![h]!) + floor) / (Math.max(0, proxy[h]!) + floor));
    const byDay = Float64Array.from({ length: days }, (_, d) => {
      const there = Array.from({ length: 24 }, (_, h) => d * 24 + h)
        .filter((h) => mixed[h])
        .map(ratio)
        .filter((v) => !Number.isNaN(v));
      return there.length >= LEAST_HOURS ? median(there) : Number.NaN;
    });
    return { channel, own: hourly[i]!, proxy, byDay, usual: channel.series.usual?.[code] };
  });
}

const distance = (a: Channel, b: Channel) => Math.hypot(a.series.x - b.series.x, a.series.y - b.series.y);

/** Medians of hours, NaN where a local peak is suspected. */
export function withoutPeaks(context: Context, channel: Channel): Float64Array {
  const peaks = context.board.peaks(channel.sensor, channel.code);
  const hourly = context.hourly(channel);
  if (!peaks) return hourly;
  return hourly.map((v, h) =>
    peaks.subarray(h * context.perHour, (h + 1) * context.perHour).includes(1) ? Number.NaN : v,
  );
}

/**
 * At which ratio (natural logarithm) to its surroundings each channel normally stands: the middle of its days. Taken over
 * a time without known faults (after installation or an audit), it is what drift is measured against later.
 */
export function siteRatios(network: Network, mixedHours = 6, metres = 2000): Map<string, Record<string, number>> {
  const context = new Context(network);
  const codes = new Set(context.channels(({ quantity }) => quantity.floor !== null).map(({ code }) => code));
  const result = new Map<string, Record<string, number>>();
  for (const code of codes)
    for (const { channel, byDay } of daysRatios(context, code, mixedHours, metres)) {
      const usual = median(byDay);
      if (!Number.isNaN(usual)) result.set(channel.series.id, { ...result.get(channel.series.id), [code]: usual });
    }
  return result;
}
