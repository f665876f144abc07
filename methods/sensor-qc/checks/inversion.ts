import type { Told } from '../checks.table.ts';
import type { Channel, Context } from '../context.ts';
import { FRACTIONS } from '../quantities.table.ts';
import { runsOf } from '../runs.ts';

/** A part that is larger than its whole, for hours: the one that is farther from its neighbours is suspect, or both. */
export function inversion(context: Context, told: Told<'inversion'>): void {
  for (const own of context.bySensor(({ code }) => (FRACTIONS as readonly string[]).includes(code))) {
    const ordered = FRACTIONS.flatMap((code) => own.filter((one) => one.code === code));
    for (let i = 1; i < ordered.length; i += 1) compare(context, told, ordered[i - 1]!, ordered[i]!);
  }
}

function compare(context: Context, told: Told<'inversion'>, part: Channel, whole: Channel): void {
  const [small, large] = [context.hourly(part), context.hourly(whole)];
  const turned = (h: number) => small[h]! - large[h]! > Math.max(told.difference, told.relative * large[h]!);
  for (const { from, until } of runsOf(context.hours, turned, { least: told.hours, mostGap: 1 })) {
    const farther = distanceOf(context, part, from, until) - distanceOf(context, whole, from, until);
    const blamed = farther > told.blame ? [part] : farther < -told.blame ? [whole] : [part, whole];
    for (const channel of blamed)
      context.mark(told, channel, from * context.perHour, until * context.perHour, 'suspect', {
        part: part.code,
        whole: whole.code,
        partValue: small[from]!,
        wholeValue: large[from]!,
      });
  }
}

/** mean distance (logarithm) from the neighbours over the hours; 0 where there are none */
function distanceOf(context: Context, channel: Channel, from: number, until: number): number {
  const [own, around, floor] = [
    context.hourly(channel),
    context.hourlyNeighbourMedian(channel),
    channel.quantity.floor!,
  ];
  let [sum, n] = [0, 0];
  for (let h = from; h < until; h += 1) {
    const ratio = Math.log((Math.max(0, own[h]!) + floor) / (Math.max(0, around[h]!) + floor));
    if (Number.isNaN(ratio)) continue;
    sum += Math.abs(ratio);
    n += 1;
  }
  return n > 0 ? sum / n : 0;
}
