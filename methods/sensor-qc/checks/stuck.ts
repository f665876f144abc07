import type { Told } from '../checks.table.ts';
import type { Context } from '../context.ts';

/** The same value again and again: invalid from its first repetition. Near the resolution of the sensor it proves nothing. */
export function stuck(context: Context, told: Told<'stuck'>): void {
  const { stepMinutes } = context.network;
  const gap = Math.max(1, Math.round(told.gap / stepMinutes));
  const steps = (hours: number) => (stepMinutes === 60 ? told.equalHourly : Math.round(hours * context.perHour));
  for (const channel of context.channels(({ quantity }) => quantity.stuck !== null)) {
    const { usable, quantity } = channel;
    const { never, slowly } = quantity.stuck!;
    let [first, last, held] = [-1, -1, 0];
    const close = () => {
      if (first < 0) return;
      const value = usable[first]!;
      const needed = value <= never ? Infinity : steps(value <= slowly ? told.slowHours : told.hours);
      if (held >= needed && last + 1 - first >= needed)
        context.mark(told, channel, first, last + 1, 'invalid', {
          says: 'constant',
          value,
          minutes: (last + 1 - first) * stepMinutes,
        });
    };
    for (let i = 0; i <= usable.length; i += 1) {
      const v = i < usable.length ? usable[i]! : Infinity;
      if (Number.isNaN(v)) continue;
      if (first >= 0 && v === usable[first] && i - last - 1 <= gap) {
        last = i;
        held += 1;
        continue;
      }
      close();
      [first, last, held] = [i, i, 1];
    }
  }
}
