import type { Told } from '../checks.table.ts';
import type { Context } from '../context.ts';
import { FILL_VALUES } from '../quantities.table.ts';
import { runsOf } from '../runs.ts';

/**
 * Below the range, or a value by which firmware says "none": invalid. Above the range: suspect only, because a sand storm
 * passes it, and a high value alone never makes a value invalid.
 */
export function range(context: Context, told: Told<'range'>): void {
  for (const channel of context.channels()) {
    const {
      usable,
      quantity: {
        range: [least, most],
        belowZero,
      },
    } = channel;
    const kinds = [
      { says: 'fill-value', state: 'invalid', holds: (v: number) => isFill(v) },
      { says: 'below', state: 'invalid', holds: (v: number) => v < least - belowZero },
      { says: 'above', state: 'suspect', holds: (v: number) => v > most },
    ] as const;
    for (const { says, state, holds } of kinds)
      for (const { from, until } of runsOf(usable.length, (i) => holds(usable[i]!)))
        context.mark(told, channel, from, until, state, { says, value: usable[from]!, least, most });
  }
}

const isFill = (v: number) => (FILL_VALUES as readonly number[]).includes(v);
