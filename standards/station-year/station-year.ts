import { printScaled } from '#standards/gb-t-8170';
import {
  type AqiItem,
  aqiCategory,
  type DailyAqiColumns,
  dailyAqiColumns,
  itemsOf,
  NO_INDEX,
  NO_UNITS,
  pollutantsOf,
} from '#standards/hj-633';
import { annualPercentile, countsOfTally, type DayCounts, decimalsOf, type Hj663Settings } from '#standards/hj-663';
import type { SixPollutant } from '#standards/pollutants';
import type { RuleBook } from '#standards/rule-book';
import { type DayColumn, dayColumns, roundUnits } from './columns.ts';
import {
  attainmentOf,
  type DayFigures,
  hasMean,
  type Judge,
  judgeOf,
  type PeriodFigures,
  periodFigures,
  type StationYearFigures,
  type Statistics,
  six,
  statisticItem,
} from './figures.ts';
import { monthsOfYear, type StationHours } from './hours.ts';

/** A year in columns: day values and reports by day, figures by month and year. */
export type StationYear = {
  readonly book: RuleBook;
  readonly columns: Readonly<Partial<Record<AqiItem, DayColumn>>>;
  readonly reports: DailyAqiColumns;
  readonly months: readonly PeriodFigures[];
  readonly year: StationYearFigures['year'];
};

const INDEX_LEVELS = Uint8Array.from({ length: 501 }, (_, aqi) => aqiCategory(aqi).level);
const LEVELS = 6;
const HUNDRED = 100;

/** Mean and percentile of some days of a column, from integers, each rounded once. */
function statisticsOf(judge: Judge, pollutant: SixPollutant, column: DayColumn, from: number, to: number): Statistics {
  const there = column.exact.slice(from, to).sort();
  let days = there.length;
  while (days > 0 && Number.isNaN(there[days - 1])) days -= 1; // NaN sorts behind every number
  const decimals = (level: 'statistic' | 'published') => decimalsOf(judge.book.evaluation, pollutant, level, judge.own);
  const print = (num: number, den: number, level: 'statistic' | 'published') =>
    printScaled(roundUnits(num, den * column.denominator, 0, decimals(level)), decimals(level));
  const both = (num: number, den: number) => ({
    statistic: print(num, den, 'statistic'),
    published: print(num, den, 'published'),
  });
  const none = { statistic: null, published: null };
  if (days === 0) return { days, mean: none, percentile: none };
  let sum = 0;
  for (let i = 0; i < days; i += 1) sum += there[i] as number;
  const rank = (days - 1) * annualPercentile(pollutant);
  const rest = rank % HUNDRED;
  const at = (rank - rest) / HUNDRED;
  const low = there[at] as number;
  const high = rest === 0 ? low : (there[at + 1] as number);
  return {
    days,
    mean: hasMean(pollutant) ? both(sum, days) : none,
    percentile: both(low * HUNDRED + (high - low) * rest, HUNDRED),
  };
}

function countsBetween({ aqi }: DailyAqiColumns, from: number, to: number): DayCounts {
  const byLevel = Array.from({ length: LEVELS }, () => 0);
  for (let day = from; day < to; day += 1) {
    const index = aqi[day] as number;
    if (index === NO_INDEX) continue;
    const level = (INDEX_LEVELS[index] as number) - 1;
    byLevel[level] = (byLevel[level] as number) + 1;
  }
  return countsOfTally({ byLevel, sandExceedDays: 0 });
}

/**
 * All figures of a station's year by one rule book, on integers.
 * @param hours whole years of hours (see StationHours); a RangeError for another length or values beyond LARGEST_UNITS
 */
export function stationYear(
  book: RuleBook,
  year: number,
  hours: StationHours,
  own?: Partial<Hj663Settings>,
): StationYear {
  const lengths = monthsOfYear(year);
  const total = lengths.reduce((sum, days) => sum + days, 0);
  const columns = dayColumns(book, hours, own);
  for (const [item, column] of Object.entries(columns))
    if (column.units.length !== total) throw new RangeError(`${item}: ${column.units.length} days, not ${total}`);
  const reports = dailyAqiColumns(book.index, total, columns);

  const judge = judgeOf(book, own);
  const statistics = (from: number, to: number) =>
    six((pollutant) => statisticsOf(judge, pollutant, columns[statisticItem(pollutant)] as DayColumn, from, to));
  const noMonths = six(() => []);
  const starts = lengths.map((_, month) => lengths.slice(0, month).reduce((sum, days) => sum + days, 0));
  const byMonth = starts.map((from, month) => statistics(from, from + (lengths[month] as number)));
  const months = byMonth.map((one, month) => {
    const from = starts[month] as number;
    const counts = countsBetween(reports, from, from + (lengths[month] as number));
    return periodFigures(judge, one, counts, month + 1, noMonths);
  });
  const all = statistics(0, total);
  const perMonth = six((pollutant) => byMonth.map((one) => one[pollutant].days));
  return {
    book,
    columns,
    reports,
    months,
    year: {
      ...periodFigures(judge, all, countsBetween(reports, 0, total), null, perMonth),
      attainment: attainmentOf(judge, all),
    },
  };
}

const index = (value: number | undefined) => (value === undefined || value === NO_INDEX ? null : value);

/** A year out of its columns, in the form of `exactStationYear`. */
export function stationYearFigures({ book, columns, reports, months, year }: StationYear): StationYearFigures {
  const items = itemsOf(book.index, 'daily');
  const figuresOf = (day: number): DayFigures => {
    const aqi = index(reports.aqi[day]);
    return {
      items: Object.fromEntries(
        items.map((item, i) => {
          const { units, decimals, hours } = columns[item] as DayColumn;
          const printed = units[day] as number;
          return [
            item,
            {
              hours: hours[day] as number,
              value: printed === NO_UNITS ? null : printScaled(printed, decimals),
              iaqi: index(reports.iaqi[i]?.[day]),
            },
          ];
        }),
      ),
      aqi,
      aqiComputed: index(reports.computed[day]),
      level: aqi === null ? null : (INDEX_LEVELS[aqi] as number),
      primary: pollutantsOf(reports.primary[day] as number),
      over100: pollutantsOf(reports.over100[day] as number),
      missing: items.filter((_, i) => (reports.missing[day] as number) & (1 << i)),
    };
  };
  return { book: book.id, days: Array.from(reports.aqi, (_, day) => figuresOf(day)), months, year };
}
