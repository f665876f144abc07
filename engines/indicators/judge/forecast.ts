import { restOfYear } from '#methods/rest-of-year';
import { runRate } from '#methods/run-rate';
import { addDays, daysBetween, lastDayOfMonth } from '#platform/clock';
import type { IndicatorParts } from '../definition.ts';
import type { IndicatorState, MeasureDetail } from '../wire.ts';
import { fraction } from './allowance.ts';
import type { Term } from './goal.ts';

type Forecast = NonNullable<MeasureDetail['series'][number]['forecast']>;
type Row = { readonly until_day: string; readonly value: string | null };

/**
 * What a sum comes to on the day it is due, by the whole weeks of its term so far.
 * @returns null for what is no rising sum, before the term or after it, and as long as the weeks are too few
 */
export function forecastOf(
  rows: readonly Row[],
  { asOf, target, unit, value }: IndicatorState,
  term: Term,
): Forecast | null {
  const sums = target !== null && target.pace === 'line' && ['>=', '>', '='].includes(target.operator) && unit !== '%';
  if (!sums || value === null || asOf >= term.due || asOf <= term.start) return null;
  const at = (day: string) => Number(rows.filter((row) => row.until_day <= day).at(-1)?.value ?? 0);
  const whole = Math.floor((daysBetween(term.start, asOf) + 1) / 7);
  const ends = Array.from({ length: whole + 1 }, (_, i) => at(addDays(asOf, -7 * (whole - i))));
  const weeks = ends.slice(1).map((end, i) => end - ends[i]!);
  // what falls is no sum
  if (weeks.some((week) => week < 0)) return null;
  const found = runRate(Number(value), weeks, daysBetween(asOf, term.due) / 7);
  if (!found) return null;
  const places = value.split('.')[1]?.length ?? 0;
  return {
    due: term.due,
    ...printed(found, places),
    basis: { zh: `按前${weeks.length}周外推`, en: `from ${weeks.length} weeks` },
  };
}

const printed = (found: { low: number; mid: number; high: number }, places: number) => ({
  low: found.low.toFixed(places),
  mid: found.mid.toFixed(places),
  high: found.high.toFixed(places),
});

/**
 * What the mean of a year with a season comes to: the months to come as those of the year before, times the ratio of the
 * months so far.
 * @param rows the year's values, `before` those of the year before, each with its exact sum and days
 * @returns null for what is no mean of days, without the whole year before, or with fewer than three months
 */
export function meanForecastOf(
  rows: readonly SummedRow[],
  before: readonly SummedRow[],
  { asOf, value }: IndicatorState,
): Forecast | null {
  const year = Number(asOf.slice(0, 4));
  const due = `${year}-12-31`;
  const known = rows.filter((row) => row.until_day <= asOf);
  const [soFar, lastYear] = [known.at(-1), before.at(-1)];
  if (value === null || !soFar || !lastYear?.until_day.endsWith('-12-31')) return null;
  const now = monthsOf(known, year);
  const then = monthsOf(before, year - 1);
  const pairs = [...now].flatMap(([month, mean]) => {
    const other = then.get(month);
    return other === undefined ? [] : [{ now: mean, before: other }];
  });
  const sameDay = `${year - 1}${soFar.until_day.slice(4)}`;
  const past = before.filter((row) => row.until_day <= sameDay).at(-1);
  const [whole, part] = [sumOf(lastYear), past ? sumOf(past) : { sum: 0, days: 0 }];
  const left = whole.days - part.days;
  if (soFar.until_day >= due || left <= 0) return null;
  const rest = { mean: (whole.sum - part.sum) / left, days: daysBetween(soFar.until_day, due) };
  const found = restOfYear(sumOf(soFar), pairs, rest);
  if (!found) return null;
  return {
    due,
    ...printed(found, value.split('.')[1]?.length ?? 0),
    basis: {
      zh: `按前${pairs.length}个月与上年同月之比推算`,
      en: `by the ratio of ${pairs.length} months to those of the year before`,
    },
  };
}

type SummedRow = Row & { readonly parts: IndicatorParts };
const sumOf = ({ parts: { sum, days = 0 } }: SummedRow) => {
  const { num, den } = fraction(sum ?? '0/1');
  return { sum: Number(num) / Number(den), days };
};

/** The means of a year's whole months, from what its sum was at their ends. */
function monthsOf(rows: readonly SummedRow[], year: number): Map<string, number> {
  const found = new Map<string, number>();
  let last = { sum: 0, days: 0 };
  for (let no = 1; no <= 12; no += 1) {
    const month = `${year}-${String(no).padStart(2, '0')}`;
    const end = lastDayOfMonth(month);
    const row = rows.filter((one) => one.until_day <= end).at(-1);
    // a month counts once its end is reached
    if (!row || rows.at(-1)!.until_day < end) break;
    const now = sumOf(row);
    if (now.days > last.days) found.set(month.slice(5), (now.sum - last.sum) / (now.days - last.days));
    last = now;
  }
  return found;
}
