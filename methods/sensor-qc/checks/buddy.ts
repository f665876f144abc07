import type { Told } from '../checks.table.ts';
import type { Channel, Context } from '../context.ts';
import { runsOf } from '../runs.ts';
import { median, robustSpread } from '../statistics.ts';

/**
 * Each hour against the median of the neighbours, on logarithms, in spreads of the neighbours; outlying neighbours are
 * dropped and the comparison is made again. Low for hours is suspect, high is told.
 */
export function buddy(context: Context, told: Told<'buddy'>): void {
  const channels = context.channels(({ quantity }) => quantity.floor !== null);
  const logs = new Map(channels.map((one) => [`${one.sensor} ${one.code}`, logsOf(context, one)]));
  const of = (sensor: number, code: string) => logs.get(`${sensor} ${code}`)!;
  const out = new Map(channels.map((one) => [`${one.sensor} ${one.code}`, new Int8Array(context.hours)]));
  for (let round = 0; round < told.rounds; round += 1) {
    const found = channels.map((channel) => {
      const own = of(channel.sensor, channel.code);
      const near = context.neighbours(channel);
      return Int8Array.from({ length: context.hours }, (_, h) => {
        const there = near
          .filter((j) => round === 0 || out.get(`${j} ${channel.code}`)![h] === 0)
          .map((j) => of(j, channel.code)[h]!)
          .filter((v) => !Number.isNaN(v));
        if (there.length < 3 || Number.isNaN(own[h])) return 0;
        const centre = median(there);
        const z = (own[h]! - centre) / Math.max(told.leastSpread, robustSpread(there, centre));
        return z > told.threshold ? 1 : z < -told.threshold ? -1 : 0;
      });
    });
    channels.forEach((one, i) => {
      out.set(`${one.sensor} ${one.code}`, found[i]!);
    });
  }
  for (const channel of channels) {
    const verdict = out.get(`${channel.sensor} ${channel.code}`)!;
    const steps = ({ from, until }: { from: number; until: number }) =>
      [from * context.perHour, until * context.perHour] as const;
    const around = context.hourlyNeighbourMedian(channel);
    const evidence = ({ from }: { from: number }) => ({
      value: context.hourly(channel)[from]!,
      neighbours: around[from]!,
    });
    for (const run of runsOf(context.hours, (h) => verdict[h] === 1))
      context.notice(told, channel, ...steps(run), 'local-peak', evidence(run));
    for (const run of runsOf(context.hours, (h) => verdict[h] === -1, { least: told.hours }))
      context.mark(told, channel, ...steps(run), 'suspect', evidence(run));
  }
}

function logsOf(context: Context, channel: Channel): Float64Array {
  const usual = channel.series.usual?.[channel.code] ?? 0;
  return context.hourly(channel).map((v) => Math.log(Math.max(0, v) + channel.quantity.floor!) - usual);
}
