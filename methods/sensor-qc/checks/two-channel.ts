import type { Told } from '../checks.table.ts';
import { type Context, hoursOf } from '../context.ts';
import { runsOf } from '../runs.ts';

/** Two lasers of one device that disagree: nobody can say which is right, so that the hour is invalid. */
export function twoChannel(context: Context, told: Told<'two-channel'>): void {
  for (const channel of context.channels(({ series, code }) => series.second?.[code] !== undefined)) {
    const a = context.hourly(channel);
    const b = hoursOf(Float64Array.from(channel.series.second![channel.code]!), context.perHour, context.hours);
    const apart = (h: number) => {
      const difference = Math.abs(a[h]! - b[h]!);
      return difference > told.difference && (2 * difference) / (a[h]! + b[h]!) > told.relative;
    };
    for (const { from, until } of runsOf(context.hours, apart))
      context.mark(told, channel, from * context.perHour, until * context.perHour, 'invalid', {
        first: a[from]!,
        second: b[from]!,
      });
  }
}
