import { add, compare, divide, type Exact, exact, roundExact, ZERO } from '#standards/gb-t-8170';
import type { IndicatorScope } from '../definition.ts';
import type { Tally } from './definition.ts';
import type { Step } from './read.ts';

/** A tally as it stands at the end of a day. */
export type Total = {
  readonly rows: number;
  readonly excluded: number;
  readonly sum: Exact;
  readonly most: Exact | null;
  readonly least: Exact | null;
  readonly simulated: boolean;
};
export const NOTHING: Total = { rows: 0, excluded: 0, sum: ZERO, most: null, least: null, simulated: false };

/** Whether a step is a scope's own. */
export const isOf = ({ kind, code }: IndicatorScope, step: Step): boolean =>
  kind === 'district' || (kind === 'street' ? step.street === code : kind === 'unit' && step.unit === code);

/**
 * What a tally comes to in a year, day by day where it changes: what it stood at before the year, and the days of change
 * in order. Events begin at nothing each year; a stock carries over; `latest` starts anew with each day that has rows.
 */
export function totalsOf(
  steps: readonly Step[],
  scope: IndicatorScope,
  year: number,
  over: Tally['over'],
): { readonly before: Total; readonly days: ReadonlyMap<string, Total> } {
  const first = `${year}-01-01`;
  const last = `${year}-12-31`;
  let total = NOTHING;
  let before = NOTHING;
  let newest = '';
  const days = new Map<string, Total>();
  for (const step of steps) {
    if (step.day > last || (step.day < first && over !== 'stock')) continue;
    const own = isOf(scope, step);
    // a newer list that does not name a scope leaves it without a figure, not with its old one
    const anew = over === 'latest' && step.day !== newest;
    if (!own && !anew) continue;
    newest = step.day;
    total = plus(anew ? NOTHING : total, own ? step : null);
    if (step.day < first) before = total;
    else days.set(step.day, total);
  }
  return { before, days };
}

function plus(total: Total, step: Step | null): Total {
  if (step === null) return total;
  return {
    rows: total.rows + step.rows,
    excluded: total.excluded + step.excluded,
    sum: step.sum === null ? total.sum : add(total.sum, exact(step.sum)),
    most: further(total.most, step.most, 1),
    least: further(total.least, step.least, -1),
    simulated: total.simulated || step.simulated,
  };
}

function further(held: Exact | null, given: string | null, order: 1 | -1): Exact | null {
  if (given === null) return held;
  const value = exact(given);
  return held === null || compare(value, held) === order ? value : held;
}

/** A total's amount: what is added up, or how many rows there are. */
export const amountOf = (total: Total, { amount }: Tally): Exact => (amount ? total.sum : exact(total.rows));

export const meanOf = (total: Total, decimals: number): string | null =>
  total.rows > 0 ? roundExact(divide(total.sum, exact(total.rows)), decimals) : null;
