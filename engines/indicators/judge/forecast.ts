import { runRate } from '#methods/run-rate';
import { addDays, daysBetween } from '#platform/clock';
import type { IndicatorState, MeasureDetail } from '../wire.ts';
import type { Term } from './goal.ts';
import { dayEn, dayZh } from './words.ts';

type Forecast = NonNullable<MeasureDetail['series'][number]['forecast']>;
type Row = { readonly until_day: string; readonly value: string | null };

/**
 * What a sum comes to on the day it is due, by the whole weeks of its term so far.
 * @returns null for what is no rising sum, before the term or after it, and as long as the weeks are too few
 */
export function forecastOf(
  rows: readonly Row[],
  { asOf, target, unit, shownUnit, value }: IndicatorState,
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
  const [low, mid, high] = [found.low, found.mid, found.high].map((one) => one.toFixed(places)) as [
    string,
    string,
    string,
  ];
  return {
    due: term.due,
    low,
    mid,
    high,
    weeks: weeks.length,
    text: {
      zh: `按前${weeks.length}周的进度，到${dayZh(term.due)}预计为${mid}${shownUnit.zh}（五次中有四次在${low}至${high}之间）`,
      en: `At the pace of the ${weeks.length} weeks so far, about ${mid} ${shownUnit.en} by ${dayEn(term.due)} (four times of five between ${low} and ${high})`,
    },
  };
}
