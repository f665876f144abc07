import type { Told } from '../checks.table.ts';
import type { Context } from '../context.ts';
import { TRANSPORT_FLAGS } from '../quantities.table.ts';
import { runsOf } from '../runs.ts';

/** What the device or the way of the packet says itself comes first. */
export function transport(context: Context, told: Told<'transport'>): void {
  for (const channel of context.channels()) {
    const flags = channel.series.transport?.[channel.code];
    if (!flags) continue;
    for (const [code, { id, state }] of Object.entries(TRANSPORT_FLAGS))
      for (const { from, until } of runsOf(flags.length, (i) => flags[i] === Number(code)))
        context.mark(told, channel, from, until, state, { says: id });
  }
}
