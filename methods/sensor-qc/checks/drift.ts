import type { Told } from '../checks.table.ts';
import type { Channel, Context } from '../context.ts';
import { runsOf } from '../runs.ts';
import { type DayRatios, daysRatios } from '../site-ratio.ts';
import { kolmogorovSmirnov, robustSpread } from '../statistics.ts';

/**
 * A sensor that leaves its usual ratio to the sensors around, slowly or by a step. Only well-mixed hours without a local
 * peak count. Two ways lead to a mark: CUSUM on the daily ratio against the usual one; and moment matching with
 * Kolmogorov-Smirnov over three days, persisting. Suspect only: a source that burns every day looks the same, and is told
 * apart by a person with the mobile unit.
 */
export function drift(context: Context, told: Told<'drift'>): void {
  const codes = new Set(context.channels(({ quantity }) => quantity.floor !== null).map(({ code }) => code));
  for (const code of codes) {
    const ratios = daysRatios(context, code, told.mixedHours, told.proxyMetres);
    const changes = ratios.map(({ byDay, usual }) => byDay.map((r) => r - (usual ?? 0)));
    const known = changes.filter((_, i) => ratios[i]!.usual !== undefined);
    const daily = Math.max(told.leastSpread, spreadWithin(known.length > 0 ? known : changes));
    ratios.forEach((one, i) => {
      const days = daysOfDrift(one, changes[i]!, daily, told);
      speak(context, told, one, changes[i]!, days);
    });
  }
}

/** Spread of a day's ratio around the sensor's own middle, over all sensors. */
function spreadWithin(changes: readonly Float64Array[]): number {
  const steps = changes.flatMap((days) => Array.from(days).flatMap((v, i) => (i > 0 ? [v - days[i - 1]!] : [])));
  return robustSpread(steps, 0) / Math.SQRT2;
}

function daysOfDrift(one: DayRatios, change: Float64Array, daily: number, told: Told<'drift'>): Uint8Array {
  const days = new Uint8Array(change.length);
  const matters = one.usual === undefined ? 2 * told.leastChange : told.leastChange;
  if (one.usual !== undefined)
    for (const sign of [1, -1]) {
      let [sum, since] = [0, 0];
      change.forEach((v, d) => {
        if (Number.isNaN(v)) return;
        sum = Math.max(0, sum + (sign * v) / daily - told.cusumK);
        if (sum === 0) since = d + 1;
        if (sum <= told.cusumH) return;
        for (let back = since; back <= d; back += 1) if (sign * change[back]! > matters / 2) days[back] = 1;
        if (sign * v < matters / 2) [sum, since] = [0, d + 1];
      });
    }
  const strange = change.map((_, d) =>
    momentsStrange(one, d, told) && Math.abs(middleOf(change, d, told)) > matters ? 1 : 0,
  );
  for (let d = 0; d < change.length; d += 1) {
    const from = Math.max(0, d - told.ofDays + 1);
    if (strange.subarray(from, d + 1).reduce((n, v) => n + v, 0) >= told.days)
      for (let back = from; back <= d; back += 1) if (strange[back]) days[back] = 1;
  }
  for (let d = 0; d < days.length; d += 1) if (days[d] && shareOnSide(one, d, change[d]!) < told.sameSide) days[d] = 0;
  for (const { from, until } of runsOf(days.length, (d) => days[d] === 1))
    if (change.subarray(from, until).filter((v) => Math.abs(v) > matters).length < told.leastDays)
      days.fill(0, from, until);
  return days;
}

/** Share of all hours of a day that lie on the side of the change: a source that burns for hours moves only those. */
function shareOnSide({ own, proxy, usual, channel }: DayRatios, d: number, change: number): number {
  const floor = channel.quantity.floor!;
  let [same, all] = [0, 0];
  for (let h = d * 24; h < Math.min(own.length, (d + 1) * 24); h += 1) {
    const apart = Math.log((Math.max(0, own[h]!) + floor) / (Math.max(0, proxy[h]!) + floor)) - (usual ?? 0);
    if (Number.isNaN(apart)) continue;
    all += 1;
    if (apart * change > 0) same += 1;
  }
  return all > 0 ? same / all : 0;
}

function middleOf(change: Float64Array, d: number, { window }: Told<'drift'>): number {
  const there = Array.from(change.subarray(Math.max(0, d - window + 1), d + 1)).filter((v) => !Number.isNaN(v));
  return there.length > 0 ? there.reduce((sum, v) => sum + v, 0) / there.length : 0;
}

/** MOMA over the window that ends with day d: slope, offset, and Kolmogorov-Smirnov (every third hour counts as one). */
export function moments(one: DayRatios, d: number, { window }: Told<'drift'>) {
  const from = Math.max(0, (d - window + 1) * 24);
  const [x, y]: [number[], number[]] = [[], []];
  for (let h = from; h < Math.min(one.own.length, (d + 1) * 24); h += 1)
    if (!Number.isNaN(one.own[h]! + one.proxy[h]!)) {
      x.push(one.own[h]!);
      y.push(one.proxy[h]!);
    }
  const n = x.length;
  if (n < 24) return null;
  const mean = (all: number[]) => all.reduce((sum, v) => sum + v, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  const square = (all: number[], m: number) => all.reduce((sum, v) => sum + (v - m) ** 2, 0);
  const slope = Math.sqrt(square(y, my) / square(x, mx));
  const thinned = (all: number[]) => all.filter((_, i) => i % 3 === 0);
  return { slope, offset: my - slope * mx, p: kolmogorovSmirnov(thinned(x), thinned(y)).p };
}

function momentsStrange(one: DayRatios, d: number, told: Told<'drift'>): boolean {
  const found = moments(one, d, told);
  if (!found) return false;
  const { slope, offset, p } = found;
  return slope < told.slopeFrom || slope > told.slopeTo || Math.abs(offset) > told.offset || p < told.ksP;
}

function speak(context: Context, told: Told<'drift'>, one: DayRatios, change: Float64Array, days: Uint8Array): void {
  const day = 24 * context.perHour;
  const channel: Channel = one.channel;
  const peaks = context.board.peaks(channel.sensor, channel.code);
  for (const run of runsOf(days.length, (d) => days[d] === 1)) {
    const last = run.until - 1;
    const found = moments(one, last, told);
    const evidence = {
      ratio: round(Math.exp(change[last]!)),
      ...(found ? { slope: round(found.slope), offset: round(found.offset), p: round(found.p) } : {}),
    };
    const from = run.from * day;
    for (const part of runsOf((run.until - run.from) * day, (i) => peaks?.[from + i] !== 1))
      context.mark(told, channel, from + part.from, from + part.until, 'suspect', evidence);
  }
}
const round = (v: number) => Math.round(v * 1000) / 1000;
