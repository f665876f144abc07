import type { Told } from '../checks.table.ts';
import type { Channel, Context } from '../context.ts';
import { FRACTIONS } from '../quantities.table.ts';
import { Stretches } from '../rolling.ts';
import type { Evidence } from '../series.ts';

/** What one channel does against its neighbours: stretches of its distance from them, and of theirs. */
type Against = {
  readonly channel: Channel;
  readonly apart: Stretches;
  readonly around: Stretches;
  /** how much it moves from one value to the next */
  readonly scatter: Stretches;
};

/**
 * Somebody sprays or covers a station: all particles fall at once, or the humidity jumps, while the neighbours do not
 * follow. The marks say "suspect" and why; whether it was interference is for a person on the spot to find out.
 */
export function* interference(context: Context, told: Told<'interference'>): Generator<void> {
  const humidity = new Map(context.channels(({ code }) => code === 'RH').map((one) => [one.sensor, one]));
  const steps = (minutes: number) => Math.max(1, Math.round(minutes / context.network.stepMinutes));
  if (context.network.stepMinutes > told.onset) return;
  for (const own of context.bySensor(({ code }) => (FRACTIONS as readonly string[]).includes(code))) {
    const all = own.map((channel) =>
      against(context, channel, (v) => Math.log(Math.max(0, v) + channel.quantity.floor!)),
    );
    const rh = humidity.get(own[0]!.sensor);
    const wet = rh && against(context, rh, (v) => v);
    const [before, onset, least, longest] = [told.before, told.onset, told.least, told.longest].map(steps) as [
      number,
      number,
      number,
      number,
    ];
    for (let i = before; i + onset + least <= context.network.steps; i += 1) {
      const fell = all.every((one) => fall(one, told, i, before, onset, least));
      const rise = wet ? riseOf(wet, told, i, before, onset, least) : Number.NaN;
      const rose = rise > told.humidityRise;
      if (!fell && !rose) continue;
      const until = endOf(fell ? all[0]! : wet!, i, before, onset, longest);
      if (until - i >= longest) continue;
      const evidence: Evidence = {
        says: rose ? 'spraying' : 'covering',
        ...(Number.isNaN(rise) ? {} : { humidityRise: Math.round(rise) }),
        change: round(Math.exp(all[0]!.apart.mean(i + onset, i + onset + least) - all[0]!.apart.mean(i - before, i))),
      };
      for (const { channel } of all) context.mark(told, channel, i, until, 'suspect', evidence);
      i = until;
    }
    yield;
  }
}

const round = (v: number) => Math.round(v * 100) / 100;

function against(context: Context, channel: Channel, scale: (v: number) => number): Against {
  const around = context.neighbourMedian(channel).map(scale);
  const apart = channel.usable.map((v, i) => scale(v) - around[i]!);
  const every = channel.series.every ?? 1;
  return {
    channel,
    apart: new Stretches(apart),
    around: new Stretches(around),
    scatter: new Stretches(apart.map((v, i) => Math.abs(v - (apart[i - every] ?? Number.NaN)))),
  };
}

/** Falls against the neighbours within the onset and stays down, from a level near theirs, while they stay. */
function fall(
  { apart, around, scatter }: Against,
  told: Told<'interference'>,
  i: number,
  before: number,
  onset: number,
  least: number,
): boolean {
  const was = apart.mean(i - before, i);
  if (!(Math.abs(was) < Math.log(told.nearBefore))) return false;
  const now = apart.mean(i + onset, i + onset + least);
  if (!(now - was < Math.log(told.fallTo)) || now < Math.log(told.deadBelow)) return false;
  if (was - now < told.scatterTimes * scatter.mean(i - before, i)) return false;
  // the step itself must already go down: otherwise the fall begins later
  if (!(apart.mean(i, i + onset) - was < Math.log(told.fallTo) / 2)) return false;
  return (
    Math.abs(around.mean(i + onset, i + onset + least) - around.mean(i - before, i)) <
    Math.log(1 + told.neighboursChange)
  );
}

function riseOf(
  { apart, scatter }: Against,
  told: Told<'interference'>,
  i: number,
  before: number,
  onset: number,
  least: number,
): number {
  const was = apart.mean(i - before, i);
  const rise = apart.mean(i + onset, i + onset + least) - was;
  if (rise < told.scatterTimes * scatter.mean(i - before, i)) return Number.NaN;
  return apart.mean(i, i + onset) - was > rise / 3 ? rise : Number.NaN;
}

/** until it has come back half of the way for a quarter of an hour, or the longest time is over */
function endOf({ apart }: Against, i: number, before: number, onset: number, longest: number): number {
  const was = apart.mean(i - before, i);
  const change = apart.mean(i + onset, i + 2 * onset) - was;
  for (let until = i + onset; until < i + longest; until += 1) {
    const now = apart.mean(until, until + Math.max(1, onset >> 1));
    if (Math.abs(now - was) < Math.abs(change) / 2) return until;
  }
  return i + longest;
}
