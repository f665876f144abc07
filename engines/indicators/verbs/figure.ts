import { divide, type Exact, percentRound, roundExact, subtract } from '#standards/gb-t-8170';
import { changeRate } from '#standards/hj-663';
import type { IndicatorScope } from '../definition.ts';
import type { How, Tally } from './definition.ts';
import type { Step } from './read.ts';
import { amountOf, meanOf, NOTHING, type Total, totalsOf } from './total.ts';
import { type Figure, type FigureYear, together } from './year.ts';

type OneTally = Extract<How, { verb: 'count' | 'sum' | 'mean' | 'most' | 'least' | 'change' }>;
type TwoTallies = Extract<How, { verb: 'share' | 'coverage' | 'balance' }>;

/** The steps of a figure's tallies, in the order of `talliesOf`, and whether their source has anything at all. */
export type Read = { readonly steps: readonly (readonly Step[])[]; readonly known: boolean };

const printed = (value: Exact | null, decimals: number) => (value === null ? null : roundExact(value, decimals));

/** A scope's year of one verb. */
export function figureYear(
  how: OneTally | TwoTallies,
  decimals: number,
  read: Read,
  scope: IndicatorScope,
  year: number,
): FigureYear {
  return 'in' in how || 'less' in how
    ? twoTallies(how, decimals, read, scope, year)
    : oneTally(how, decimals, read, scope, year);
}

function oneTally(how: OneTally, decimals: number, { steps, known }: Read, scope: IndicatorScope, year: number) {
  const { before, days } = totalsOf(steps[0]!, scope, year, how.of.over);
  const figure = (total: Total): Figure => ({
    value: printedOf(how, total, decimals),
    evidence: total.rows,
    excluded: total.excluded,
    simulated: total.simulated,
  });
  // what is counted is nought from the first day of the year if its source is kept at all; what is averaged is nothing
  const begins = how.verb === 'count' || how.verb === 'sum' ? known : before !== NOTHING;
  return {
    before: begins ? figure(how.of.over === 'stock' ? before : NOTHING) : null,
    days: new Map([...days].map(([day, total]) => [day, figure(total)])),
  };
}

function printedOf({ verb, of }: OneTally, total: Total, decimals: number): string | null {
  if (verb === 'mean') return meanOf(total, decimals);
  if (verb === 'most' || verb === 'least') return printed(total[verb], decimals);
  return printed(amountOf(total, of), decimals);
}

function twoTallies(how: TwoTallies, decimals: number, { steps, known }: Read, scope: IndicatorScope, year: number) {
  const second = 'in' in how ? how.in : how.less;
  // what is covered is entries of the second, there on the days on which something speaks of them
  const part: Tally = how.verb === 'coverage' ? { ...how.in, over: 'stock' } : how.of;
  const [a, b] = [totalsOf(steps[0]!, scope, year, part.over), totalsOf(steps[1]!, scope, year, second.over)];
  const figure = (counted: Total, whole: Total): Figure => {
    const [x, y] = [amountOf(counted, part), amountOf(whole, second)];
    const common = {
      evidence: whole.rows,
      excluded: whole.excluded,
      simulated: counted.simulated || whole.simulated,
      parts: { done: Number(roundExact(x, 3)), due: Number(roundExact(y, 3)) },
    };
    if ('less' in how) return { ...common, value: roundExact(subtract(x, y), decimals) };
    return { ...common, value: y.num === 0n ? null : percentRound(divide(x, y), decimals) };
  };
  // what happened last year covers nothing in this one
  const anew = how.verb === 'coverage' && how.of.over === 'year';
  // of events there is nothing to do yet when none has happened; of a stock nothing is known
  const began = a.before !== NOTHING || b.before !== NOTHING || (known && second.over === 'year');
  return {
    before: began ? figure(anew ? NOTHING : a.before, b.before) : null,
    days: new Map(together(a, b).map(([day, x, y]) => [day, figure(x, y)])),
  };
}

/** A year against the year before, in %: the same days of both. */
export function changed(now: FigureYear, then: FigureYear): FigureYear {
  const thenDays = [...then.days].sort(([a], [b]) => (a < b ? -1 : 1));
  const at = (day: string) => {
    const same = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
    return thenDays.filter(([d]) => d <= same).at(-1)?.[1] ?? then.before;
  };
  return {
    before: null,
    days: new Map(
      [...now.days].map(([day, figure]) => {
        const before = at(day);
        const comparable = figure.value !== null && before?.value != null && Number(before.value) !== 0;
        return [day, { ...figure, value: comparable ? changeRate(figure.value!, before.value!).rate : null }];
      }),
    ),
  };
}
