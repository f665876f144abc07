import type { Told } from '../checks.table.ts';
import type { Channel, Context } from '../context.ts';
import { runsOf } from '../runs.ts';
import { middle, sortFirst } from '../statistics.ts';

const LEAST_BUDDIES = 3;
/** a median distance from the median as a standard deviation of a normal distribution */
const NORMAL = 1.4826;

/**
 * Each hour against the median of the neighbours, on logarithms, in spreads of the neighbours; outlying neighbours are
 * dropped and the comparison is made again. Low for hours is suspect, high is told.
 */
export function* buddy(context: Context, told: Told<'buddy'>): Generator<void> {
  const channels = context.channels(({ quantity }) => quantity.floor !== null);
  const logs = new Map(channels.map((one) => [key(one.sensor, one.code), logsOf(context, one)]));
  const near = channels.map((channel) => context.neighbours(channel).map((j) => key(j, channel.code)));
  let outliers = new Map<string, Int8Array>();
  for (let round = 0; round < told.rounds; round += 1) {
    const found = new Map<string, Int8Array>();
    for (const [i, channel] of channels.entries()) {
      const buddies = near[i]!.map((of) => ({ logs: logs.get(of)!, out: outliers.get(of) }));
      const own = key(channel.sensor, channel.code);
      found.set(own, judge(logs.get(own)!, buddies, told));
      yield;
    }
    outliers = found;
  }
  for (const channel of channels) speak(context, told, channel, outliers.get(key(channel.sensor, channel.code))!);
}

const key = (sensor: number, code: string) => `${sensor} ${code}`;

type Buddy = { readonly logs: Float64Array; readonly out: Int8Array | undefined };

/** −1 low, 1 high, 0 neither or not checked, for each hour */
function judge(own: Float64Array, buddies: readonly Buddy[], told: Told<'buddy'>): Int8Array {
  const verdict = new Int8Array(own.length);
  const buffer = new Float64Array(buddies.length);
  for (let h = 0; h < own.length; h += 1) {
    if (Number.isNaN(own[h])) continue;
    let n = 0;
    for (const { logs, out } of buddies) if (!Number.isNaN(logs[h]) && !out?.[h]) buffer[n++] = logs[h]!;
    if (n < LEAST_BUDDIES) continue;
    sortFirst(buffer, n);
    const centre = middle(buffer, n);
    for (let i = 0; i < n; i += 1) buffer[i] = Math.abs(buffer[i]! - centre);
    sortFirst(buffer, n);
    const z = (own[h]! - centre) / Math.max(told.leastSpread, NORMAL * middle(buffer, n));
    verdict[h] = z > told.threshold ? 1 : z < -told.threshold ? -1 : 0;
  }
  return verdict;
}

function speak(context: Context, told: Told<'buddy'>, channel: Channel, verdict: Int8Array): void {
  const steps = ({ from, until }: { from: number; until: number }) =>
    [from * context.perHour, until * context.perHour] as const;
  const around = context.hourlyNeighbourMedian(channel);
  const own = context.hourly(channel);
  const evidence = ({ from }: { from: number }) => ({ value: own[from]!, neighbours: around[from]! });
  for (const run of runsOf(context.hours, (h) => verdict[h] === 1))
    context.notice(told, channel, ...steps(run), 'local-peak', evidence(run));
  if (channel.quantity.lowIsReal) return;
  for (const run of runsOf(context.hours, (h) => verdict[h] === -1, { least: told.hours }))
    context.mark(told, channel, ...steps(run), 'suspect', evidence(run));
}

function logsOf(context: Context, channel: Channel): Float64Array {
  const usual = channel.series.usual?.[channel.code] ?? 0;
  return context.hourly(channel).map((v) => Math.log(Math.max(0, v) + channel.quantity.floor!) - usual);
}
