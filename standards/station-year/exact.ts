import { limitIn } from '#standards/gb-3095';
import { compare, divide, type Exact, exact, type Numeric, printScaled, roundExact, sum } from '#standards/gb-t-8170';
import { type AqiItem, dailyAqi, itemPollutant, itemsOf } from '#standards/hj-633';
import {
  annualPercentile,
  dayCounts,
  decimalsOf,
  exactDailyMean,
  exactLargestHour,
  exactMda8,
  type FigureLevel,
  type Hj663Settings,
  HOURS_OF_DAY,
  type Hours,
  percentileOfSorted,
} from '#standards/hj-663';
import { SIX_POLLUTANTS, type SixPollutant } from '#standards/pollutants';
import type { RuleBook } from '#standards/rule-book';
import {
  attainmentOf,
  type DayFigures,
  hasMean,
  judgeOf,
  periodFigures,
  type StationYearFigures,
  type Statistics,
  six,
  statisticItem,
} from './figures.ts';
import { monthsOfYear, NO_UNITS, type StationHours } from './hours.ts';

type ExactDay = { readonly figures: DayFigures; readonly values: Readonly<Partial<Record<AqiItem, Exact | null>>> };

function exactValue(book: RuleBook, item: AqiItem, hours: Hours): Exact | null {
  if (item === 'O3_8h') return exactMda8(hours, limitIn(book.quality, 'O3', 'mda8', 2)?.value as string).value;
  if (item === 'O3_1h') return exactLargestHour(book.evaluation, hours);
  return exactDailyMean(book.evaluation, itemPollutant(item), hours).mean;
}

function exactDay(book: RuleBook, hours: StationHours, day: number, own?: Partial<Hj663Settings>): ExactDay {
  const decimalHours = six((pollutant) => {
    const { units, decimals } = hours[pollutant];
    const slice = units.subarray(day * HOURS_OF_DAY, (day + 1) * HOURS_OF_DAY);
    return Array.from(slice, (value): Numeric | null =>
      value === NO_UNITS ? null : decimals === 0 ? value : printScaled(value, decimals),
    );
  });
  const items = itemsOf(book.index, 'daily');
  const values = new Map(items.map((item) => [item, exactValue(book, item, decimalHours[itemPollutant(item)])]));
  const printed = new Map(
    [...values].map(([item, value]) => [
      item,
      value && roundExact(value, decimalsOf(book.evaluation, itemPollutant(item), 'daily', own)),
    ]),
  );
  const report = dailyAqi(book.index, Object.fromEntries(printed));
  const inOrder = (pollutants: readonly SixPollutant[]) => SIX_POLLUTANTS.filter((one) => pollutants.includes(one));
  return {
    values: Object.fromEntries(values),
    figures: {
      items: Object.fromEntries(
        items.map((item) => [
          item,
          {
            hours: decimalHours[itemPollutant(item)].filter((hour) => hour !== null).length,
            value: printed.get(item) ?? null,
            iaqi: report.iaqi[item] ?? null,
          },
        ]),
      ),
      aqi: report.aqi,
      aqiComputed: report.aqiComputed,
      level: report.aqiClass?.level ?? null,
      primary: inOrder(report.primary ?? []),
      over100: inOrder(report.over100),
      missing: report.missing,
    },
  };
}

function exactStatistics(
  book: RuleBook,
  pollutant: SixPollutant,
  days: readonly ExactDay[],
  own?: Partial<Hj663Settings>,
): Statistics {
  const there = days.flatMap(({ values }) => values[statisticItem(pollutant)] ?? []).sort(compare);
  const mean = there.length > 0 && hasMean(pollutant) ? divide(sum(there), exact(there.length)) : null;
  const percentile = percentileOfSorted(there, annualPercentile(pollutant));
  const print = (value: Exact | null, level: FigureLevel) =>
    value && roundExact(value, decimalsOf(book.evaluation, pollutant, level, own));
  const both = (value: Exact | null) => ({
    statistic: print(value, 'statistic'),
    published: print(value, 'published'),
  });
  return { days: there.length, mean: both(mean), percentile: both(percentile) };
}

/** All figures of a station's year by one rule book, each by the function of its standard on exact fractions: slow. */
export function exactStationYear(
  book: RuleBook,
  year: number,
  hours: StationHours,
  own?: Partial<Hj663Settings>,
): StationYearFigures {
  const lengths = monthsOfYear(year);
  const judge = judgeOf(book, own);
  let start = 0;
  const byMonth = lengths.map((length) => {
    const days = Array.from({ length }, (_, i) => exactDay(book, hours, start + i, own));
    start += length;
    return days;
  });
  const statistics = (days: readonly ExactDay[]) => six((pollutant) => exactStatistics(book, pollutant, days, own));
  const counts = (days: readonly ExactDay[]) => dayCounts(days.map(({ figures: { aqi } }) => ({ aqi, sand: false })));
  const ofMonths = byMonth.map(statistics);
  const all = byMonth.flat();
  const ofYear = statistics(all);
  const perMonth = six((pollutant) => ofMonths.map((one) => one[pollutant].days));
  return {
    book: book.id,
    days: all.map(({ figures }) => figures),
    months: ofMonths.map((one, i) =>
      periodFigures(
        judge,
        one,
        counts(byMonth[i] as ExactDay[]),
        i + 1,
        six(() => []),
      ),
    ),
    year: { ...periodFigures(judge, ofYear, counts(all), null, perMonth), attainment: attainmentOf(judge, ofYear) },
  };
}
