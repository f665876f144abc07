import { describe, expect, it } from 'vitest';
import { lastDayOfMonth } from '#platform/clock';
import type { IndicatorState } from '../wire.ts';
import { meanForecastOf } from './forecast.ts';

/** A year's values at the ends of its months up to one of them, from the means of the months. */
function yearOf(year: number, means: readonly number[]) {
  let [sum, days] = [0, 0];
  return means.map((mean, i) => {
    const until_day = lastDayOfMonth(`${year}-${String(i + 1).padStart(2, '0')}`);
    const length = Number(until_day.slice(8));
    sum += mean * length;
    days += length;
    return { until_day, value: (sum / days).toFixed(0), parts: { sum: `${Math.round(sum * 10)}/10`, days } };
  });
}
const state = (asOf: string, value: string) => ({ asOf, value }) as IndicatorState;
const WINTERS = [100, 90, 80, 60, 50, 40, 40, 40, 50, 80, 100, 110];

describe('what the mean of a year comes to', () => {
  it('knows its season: a tenth better than last year so far is a tenth better in the end', () => {
    const before = yearOf(2020, WINTERS);
    const now = yearOf(
      2021,
      WINTERS.slice(0, 9).map((mean) => mean * 0.9),
    );
    const whole = Number(before.at(-1)!.parts.sum.split('/')[0]) / 10 / 366;
    expect(now.at(-1)!.value).toBe('55');
    expect(meanForecastOf(now, before, state('2021-09-30', '55'))).toEqual({
      due: '2021-12-31',
      low: '63',
      mid: (whole * 0.9).toFixed(0),
      high: '63',
      basis: { zh: '按前9个月与上年同月之比推算', en: 'by the ratio of 9 months to those of the year before' },
    });
  });

  it('is wider where the months disagree, and counts a month only when it is over', () => {
    const before = yearOf(2020, WINTERS);
    const now = yearOf(
      2021,
      WINTERS.slice(0, 4).map((mean, i) => mean * (i % 2 ? 0.7 : 1.1)),
    );
    const wide = meanForecastOf(now, before, state('2021-04-30', '70'))!;
    expect(Number(wide.high) - Number(wide.low)).toBeGreaterThanOrEqual(20);
    expect(meanForecastOf(now.slice(0, 2), before, state('2021-02-28', '70'))).toBeNull();
  });

  it('says nothing without the whole year before', () => {
    const now = yearOf(2021, WINTERS.slice(0, 9));
    expect(meanForecastOf(now, yearOf(2020, WINTERS.slice(0, 11)), state('2021-09-30', '60'))).toBeNull();
    expect(meanForecastOf(now, [], state('2021-09-30', '60'))).toBeNull();
  });
});
