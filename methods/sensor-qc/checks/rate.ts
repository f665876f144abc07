import type { Told } from '../checks.table.ts';
import type { Context } from '../context.ts';

/**
 * A fall from the level of the neighbours to a fraction of it within one step, while they stay, is suspect until it is
 * over (an hour at most; what lasts longer is for the spatial test). A steep rise that the neighbours do not follow is what
 * the product looks for: it is told and keeps nothing out.
 */
export function* rate(context: Context, told: Told<'rate'>): Generator<void> {
  const hour = context.perHour;
  for (const channel of context.channels(({ quantity }) => quantity.floor !== null)) {
    const { usable } = channel;
    const around = context.neighbourMedian(channel);
    const longest = Math.max(1, Math.round(told.longest / context.network.stepMinutes));
    for (let i = 1; i < usable.length; i += 1) {
      const [last, now, before, beside] = [usable[i - 1]!, usable[i]!, around[i - 1]!, around[i]!];
      if (Number.isNaN(last) || Number.isNaN(now) || Number.isNaN(before) || Number.isNaN(beside)) continue;
      const follows = Math.abs(beside / before - 1) > told.follow;
      const least = Math.max(told.leastFall, 2 * channel.quantity.floor!);
      if (
        !channel.quantity.lowIsReal &&
        !follows &&
        last - now > least &&
        now < told.fallTo * Math.min(last, beside) &&
        last < 1.5 * before
      ) {
        let until = i + 1;
        while (until < usable.length && until - i < longest && !(usable[until]! > told.recovered * around[until]!))
          until += 1;
        if (until - i >= told.steps)
          context.mark(told, channel, i, until, 'suspect', { says: 'fall', from: last, to: now, neighbours: beside });
        i = until;
        continue;
      }
      const anHourAgo = usable[Math.max(0, i - hour)]!;
      if (now - anHourAgo > Math.max(told.rise, (told.riseRatio - 1) * anHourAgo) && now > 2 * beside) {
        const until = Math.min(usable.length, i + hour);
        context.notice(told, channel, i, until, 'local-peak', {
          says: 'rise',
          from: anHourAgo,
          to: now,
          neighbours: beside,
        });
        i = until;
      }
    }
    yield;
  }
}
