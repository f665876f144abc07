import type { Told } from '../checks.table.ts';
import type { Channel, Context } from '../context.ts';
import { medianOf } from '../context.ts';
import { runsOf } from '../runs.ts';
import { middle, sortFirst } from '../statistics.ts';

/** values of an hour that are needed to know its scatter */
const LEAST_VALUES = 6;

/**
 * A channel that scatters many times more than its neighbours, both above and below them, for hours; or one that reads
 * next to nothing while they do not. Both are invalid. Hourly series have no scatter and are not tested for it.
 */
export function* noise(context: Context, told: Told<'noise'>): Generator<void> {
  const channels = context.channels(({ quantity }) => quantity.floor !== null);
  // a noisy channel looks like a row of spikes: what the spike test took away is scatter here
  const withSpikes = new Map(
    channels.map((one) => [key(one.sensor, one.code), context.board.beforeTest('spike', one.sensor, one.code)]),
  );
  const scatter = new Map(
    channels.map((one) => {
      const of = key(one.sensor, one.code);
      return [of, scatterOf(context, withSpikes.get(of)!, one.series.every ?? 1)];
    }),
  );
  for (const channel of channels) {
    const floor = channel.quantity.floor!;
    const around = context.hourlyNeighbourMedian(channel);
    const own = context.hourly(channel);
    const dead = (h: number) => around[h]! > told.deadFloors * floor && own[h]! < told.deadShare * around[h]!;
    for (const run of runsOf(context.hours, dead, { mostGap: 1, least: told.hours }))
      mark(context, told, channel, run, { says: 'dead', neighbours: around[run.from]! });
    const mineWithSpikes = withSpikes.get(key(channel.sensor, channel.code))!;
    const mine = scatter.get(key(channel.sensor, channel.code))!;
    const theirs = medianOf(
      context.neighbours(channel, told.nearest).map((j) => scatter.get(key(j, channel.code))!),
      context.hours,
      3,
    );
    const steps = context.neighbourMedian(channel);
    const noisy = (h: number) =>
      mine[h]! > told.times * Math.max(theirs[h]!, 0.2 * floor) &&
      mine[h]! > told.leastScatter * floor &&
      shareBelow(context, mineWithSpikes, steps, h, told.below, floor) >= told.shareBelow;
    for (const run of runsOf(context.hours, noisy, { mostGap: told.gap, least: told.hours }))
      mark(context, told, channel, run, { says: 'scatter', own: mine[run.from]!, neighbours: theirs[run.from]! });
    yield;
  }
}

const key = (sensor: number, code: string) => `${sensor} ${code}`;

function mark(
  context: Context,
  told: Told<'noise'>,
  channel: Channel,
  { from, until }: { from: number; until: number },
  evidence: Record<string, number | string>,
): void {
  context.mark(told, channel, from * context.perHour, until * context.perHour, 'invalid', evidence);
}

/** Median difference between one value and the next, for each hour; a value that lasts several steps is one. */
function scatterOf(context: Context, usable: Float64Array, every: number): Float64Array {
  const { perHour, hours } = context;
  const result = new Float64Array(hours).fill(Number.NaN);
  const buffer = new Float64Array(perHour);
  for (let h = 0; h < hours; h += 1) {
    let n = 0;
    let last = Number.NaN;
    for (let i = h * perHour; i < (h + 1) * perHour; i += every) {
      const v = usable[i]!;
      if (Number.isNaN(v)) continue;
      if (!Number.isNaN(last)) buffer[n++] = Math.abs(v - last);
      last = v;
    }
    if (n < LEAST_VALUES - 1) continue;
    sortFirst(buffer, n);
    result[h] = middle(buffer, n);
  }
  return result;
}

function shareBelow(
  { perHour }: Context,
  own: Float64Array,
  around: Float64Array,
  hour: number,
  part: number,
  floor: number,
): number {
  let [below, all] = [0, 0];
  for (let i = hour * perHour; i < (hour + 1) * perHour; i += 1) {
    if (Number.isNaN(own[i]) || Number.isNaN(around[i])) continue;
    all += 1;
    if (own[i]! < part * around[i]! - floor) below += 1;
  }
  return all > 0 ? below / all : 0;
}
