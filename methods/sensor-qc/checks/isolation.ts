import type { Told } from '../checks.table.ts';
import type { Context } from '../context.ts';

/** Too few neighbours: the tests that compare say "not checked", which is not "good". */
export function isolation(context: Context, told: Told<'isolation'>): void {
  for (const channel of context.channels(({ quantity }) => quantity.floor !== null)) {
    const neighbours = context.neighbours(channel).length;
    if (neighbours < told.least) context.notice(told, channel, 0, context.network.steps, 'not-checked', { neighbours });
  }
}
