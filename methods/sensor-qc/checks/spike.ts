import type { Told } from '../checks.table.ts';
import { type Channel, type Context, hoursOf } from '../context.ts';
import { RollingMedian } from '../rolling.ts';
import { runsOf } from '../runs.ts';

/** the next value that is there is looked for so many steps on */
const REACH = 3;

/**
 * One or two steps that leave their surroundings and come back at once: many spreads from the median of the hours around
 * (Hampel), or, while the level itself moves, many times the values on both sides. Downwards it is a fault of the
 * instrument; upwards it is suspect, unless another quantity of the device or a sensor near by sees it too.
 */
export function* spike(context: Context, told: Told<'spike'>): Generator<void> {
  const channels = context.channels(({ quantity }) => quantity.floor !== null);
  const scores = new Map<string, Float32Array>();
  for (const channel of channels) {
    scores.set(key(channel), hampel(context, channel, told));
    yield;
  }
  const slow = context.network.stepMinutes * told.steps > told.block * 2;
  for (const channel of channels) {
    const own = scores.get(key(channel))!;
    const around = context.neighbourMedian(channel);
    const witnesses = channels.filter((other) => isWitness(channel, other, told));
    for (const sign of [-1, 1] as const) {
      if (sign > 0 ? slow : channel.quantity.lowIsReal) continue;
      const far = runsOf(own.length, (i) => sign * own[i]! > told.z).filter(
        ({ from, until }) =>
          until - from <= told.steps && returns(own, from - 1, -1, told) && returns(own, until, 1, told),
      );
      for (const { from, until } of [...far, ...besides(channel, sign, told)]) {
        if (Number.isNaN(channel.usable[from])) continue;
        if (!standsOut(channel, around, from, until, sign, told)) continue;
        if (sign > 0 && witnesses.some((one) => sees(one, scores.get(key(one))!, channel, from, until, told))) continue;
        context.mark(told, channel, from, until, sign > 0 ? 'suspect' : 'invalid', {
          says: sign > 0 ? 'high' : 'low',
          value: channel.usable[from]!,
          z: Math.round(own[from]! * 10) / 10,
        });
      }
    }
    yield;
  }
}

const key = ({ sensor, code }: Channel) => `${sensor} ${code}`;

function isWitness(channel: Channel, other: Channel, { witness }: Told<'spike'>): boolean {
  if (other.sensor === channel.sensor) return other.code !== channel.code;
  const [a, b] = [channel.series, other.series];
  return other.code === channel.code && Math.hypot(a.x - b.x, a.y - b.y) <= witness;
}

/** It must differ from the values next to it; and downwards be low in the neighbourhood too, not a lull in a local peak. */
function standsOut(
  { usable, quantity }: Channel,
  around: Float64Array,
  from: number,
  until: number,
  sign: 1 | -1,
  told: Told<'spike'>,
): boolean {
  const floor = quantity.floor!;
  const sides = [nearest(usable, from - 1, -1), nearest(usable, until, 1)].map((v) => v + floor);
  for (let i = from; i < until; i += 1) {
    const v = usable[i]! + floor;
    if (sign > 0 && v < told.leastTimesHigh * Math.max(...sides)) return false;
    if (sign < 0 && (v * told.agree > Math.min(...sides) || v * told.agree > around[i]! + floor)) return false;
  }
  return true;
}

/** Inside the device the same steps must rise; another device may feel it a step later. */
function sees(
  other: Channel,
  z: Float32Array,
  { sensor }: Channel,
  from: number,
  until: number,
  told: Told<'spike'>,
): boolean {
  if (other.sensor !== sensor) {
    for (let i = from - 1; i <= until; i += 1) if (z[i]! > told.witnessZ) return true;
    return false;
  }
  const level = Math.max(nearest(other.usable, from - 1, -1), nearest(other.usable, until, 1));
  for (let i = from; i < until; i += 1)
    if (other.usable[i]! > told.witnessTimes * level + other.quantity.floor!) return true;
  return false;
}

/** The next value that is there is back near the median. */
function returns(z: Float32Array, at: number, step: 1 | -1, told: Told<'spike'>): boolean {
  return Math.abs(nearest(z, at, step)) < told.returnZ;
}

function nearest(series: Float64Array | Float32Array, at: number, step: 1 | -1): number {
  for (let i = 0; i < REACH; i += 1) {
    const v = series[at + i * step];
    if (v !== undefined && !Number.isNaN(v)) return v;
  }
  return Number.NaN;
}

/** Steps that are many times, or a small part of, the values on both sides of them. */
function besides({ usable, quantity }: Channel, sign: 1 | -1, told: Told<'spike'>) {
  const floor = quantity.floor!;
  const away = (v: number, least: number, most: number) =>
    sign > 0 ? v > told.times * most && v - most > 5 * floor : told.times * v < least && least - v > 2 * floor;
  const found: { from: number; until: number }[] = [];
  for (let i = 1; i < usable.length - 1; i += 1) {
    if (Number.isNaN(usable[i])) continue;
    const before = nearest(usable, i - 1, -1);
    if (!away(usable[i]!, before, before)) continue;
    for (let until = i + 1; until <= i + told.steps; until += 1) {
      const after = nearest(usable, until, 1);
      const [least, most] = [Math.min(before, after), Math.max(before, after)];
      if (!(most + floor < told.agree * (least + floor))) continue;
      if (usable.subarray(i, until).some((v) => !Number.isNaN(v) && !away(v, least, most))) continue;
      found.push({ from: i, until });
      i = until;
      break;
    }
  }
  return found;
}

/** Robust z of each step against the medians of blocks of 15 minutes around it. */
function hampel(context: Context, { usable, quantity }: Channel, told: Told<'spike'>): Float32Array {
  const per = Math.max(1, Math.round(told.block / context.network.stepMinutes));
  const blocks = Math.ceil(usable.length / per);
  const medians = hoursOf(usable, per, blocks);
  const window = new RollingMedian(2 * told.halfWindow + 1);
  const z = new Float32Array(usable.length).fill(Number.NaN);
  for (let b = 0; b < Math.min(told.halfWindow, blocks); b += 1) window.add(medians[b]!);
  for (let b = 0; b < blocks; b += 1) {
    window.add(medians[b + told.halfWindow] ?? Number.NaN);
    window.remove(medians[b - told.halfWindow - 1] ?? Number.NaN);
    if (window.count <= told.halfWindow) continue;
    const centre = window.median();
    const spread = Math.max(1.4826 * window.deviation(centre), quantity.floor!, (told.leastJump * centre) / told.z);
    for (let i = b * per; i < Math.min(usable.length, (b + 1) * per); i += 1) z[i] = (usable[i]! - centre) / spread;
  }
  return z;
}
