import { dayValid, limitIn, validityRule } from '#standards/gb-3095';
import { divideHalfEven, exact } from '#standards/gb-t-8170';
import { type AqiItem, itemPollutant, itemsOf, NO_UNITS, type UnitColumn } from '#standards/hj-633';
import { decimalsOf, EIGHT_HOURS, type Hj663Settings, HOURS_OF_DAY, STANDS_IN } from '#standards/hj-663';
import type { RuleBook } from '#standards/rule-book';
import { daysOfColumn, type HourColumn, type StationHours } from './hours.ts';

/** The day values of one item. `units` is printed; `exact` is unrounded. */
export type DayColumn = UnitColumn & {
  /** hours with a value */
  readonly hours: Uint8Array;
  /** integers over `denominator`; NaN = not valid */
  readonly exact: Float64Array;
  readonly denominator: number;
};

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));
/** The least number that every count from `least` to `most` divides. */
function commonMultiple(least: number, most: number): number {
  let multiple = 1;
  for (let n = Math.max(least, 1); n <= most; n += 1) multiple *= n / greatestDivisor(multiple, n);
  return multiple;
}

/** num/den units of the `from`-th decimal, rounded once to the `to`-th. */
export const roundUnits = (num: number, den: number, from: number, to: number): number =>
  to >= from ? divideHalfEven(num * 10 ** (to - from), den) : divideHalfEven(num, den * 10 ** (from - to));

function emptyColumn(hours: HourColumn, multiple: number, decimals: number): DayColumn {
  const days = daysOfColumn(hours);
  return {
    units: new Int32Array(days).fill(NO_UNITS),
    decimals,
    hours: new Uint8Array(days),
    exact: new Float64Array(days).fill(Number.NaN),
    denominator: multiple * 10 ** hours.decimals,
  };
}

/** Day means (`dailyMean`). */
function meanColumn(book: RuleBook, item: AqiItem, hours: HourColumn, decimals: number): DayColumn {
  const least = validityRule(book.quality, itemPollutant(item), 'day')?.least ?? Number.POSITIVE_INFINITY;
  const multiple = least <= HOURS_OF_DAY ? commonMultiple(least, HOURS_OF_DAY) : 1;
  const column = emptyColumn(hours, multiple, decimals);
  for (let day = 0, at = 0; day < column.units.length; day += 1) {
    let [sum, n] = [0, 0];
    for (const end = at + HOURS_OF_DAY; at < end; at += 1) {
      const value = hours.units[at] as number;
      if (value === NO_UNITS) continue;
      sum += value;
      n += 1;
    }
    column.hours[day] = n;
    if (n < least) continue;
    column.exact[day] = sum * (multiple / n);
    column.units[day] = roundUnits(sum, n, hours.decimals, decimals);
  }
  return column;
}

/** The largest 8-hour mean of each day (`mda8`): chosen before it is rounded. */
function mda8Column(book: RuleBook, hours: HourColumn, decimals: number): DayColumn {
  const { span, leastHours, firstEnd, lastEnd, leastMeans } = EIGHT_HOURS;
  const multiple = commonMultiple(leastHours, span);
  const share = Float64Array.from({ length: span + 1 }, (_, n) => (n < leastHours ? 0 : multiple / n));
  const column = emptyColumn(hours, multiple, decimals);
  const limit = exact(limitIn(book.quality, 'O3', 'mda8', 2)?.value as string);
  const [limitNum, limitDen] = [Number(limit.num) * column.denominator, Number(limit.den)];
  for (let day = 0; day < column.units.length; day += 1) {
    const start = day * HOURS_OF_DAY;
    let [sum, n, all, means, best] = [0, 0, 0, 0, Number.NEGATIVE_INFINITY];
    for (let hour = 0; hour < HOURS_OF_DAY; hour += 1) {
      const value = hours.units[start + hour] as number;
      if (value !== NO_UNITS) {
        sum += value;
        n += 1;
        all += 1;
      }
      const gone = hour >= span ? (hours.units[start + hour - span] as number) : NO_UNITS;
      if (gone !== NO_UNITS) {
        sum -= gone;
        n -= 1;
      }
      if (hour + 1 < firstEnd || hour >= lastEnd || n < leastHours) continue;
      means += 1;
      const mean = sum * (share[n] as number);
      if (mean > best) best = mean;
    }
    column.hours[day] = all;
    if (means === 0 || (means < leastMeans && best * limitDen <= limitNum)) continue;
    column.exact[day] = best;
    column.units[day] = roundUnits(best, multiple, hours.decimals, decimals);
  }
  return column;
}

/** The largest hour of each day (`exactLargestHour`). */
function largestHourColumn(book: RuleBook, hours: HourColumn, decimals: number): DayColumn {
  const column = emptyColumn(hours, 1, decimals);
  for (let day = 0, at = 0; day < column.units.length; day += 1) {
    let [best, n] = [NO_UNITS, 0];
    for (const end = at + HOURS_OF_DAY; at < end; at += 1) {
      const value = hours.units[at] as number;
      if (value === NO_UNITS) continue;
      n += 1;
      if (value > best) best = value;
    }
    column.hours[day] = n;
    if (!dayValid(book.quality, STANDS_IN, n) || n === 0) continue;
    column.exact[day] = best;
    column.units[day] = roundUnits(best, 1, hours.decimals, decimals);
  }
  return column;
}

/** Day values of every item of the daily report. */
export function dayColumns(
  book: RuleBook,
  hours: StationHours,
  own?: Partial<Hj663Settings>,
): Partial<Record<AqiItem, DayColumn>> {
  return Object.fromEntries(
    itemsOf(book.index, 'daily').map((item) => {
      const pollutant = itemPollutant(item);
      const decimals = decimalsOf(book.evaluation, pollutant, 'daily', own);
      if (item === 'O3_8h') return [item, mda8Column(book, hours.O3, decimals)];
      if (item === 'O3_1h') return [item, largestHourColumn(book, hours.O3, decimals)];
      return [item, meanColumn(book, item, hours[pollutant], decimals)];
    }),
  );
}
