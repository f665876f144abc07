import type { AqiItem } from '#standards/hj-633';
import type { Attainment, CompositeIndex, DayCounts, Hj663Settings } from '#standards/hj-663';
import {
  ANNUAL_STATISTICS,
  annualAttainment,
  compositeIndex,
  compositeLimits,
  settingsOf,
  statisticMonthValid,
  statisticYearValid,
} from '#standards/hj-663';
import { SIX_POLLUTANTS, type SixPollutant } from '#standards/pollutants';
import type { RuleBook } from '#standards/rule-book';

type Six<T> = Readonly<Record<SixPollutant, T>>;

export type DayFigures = {
  /** of each item of the daily report: hours with a value, printed day value, index; null = none */
  readonly items: Readonly<
    Partial<Record<AqiItem, { readonly hours: number; readonly value: string | null; readonly iaqi: number | null }>>
  >;
  readonly aqi: number | null;
  readonly aqiComputed: number | null;
  readonly level: number | null;
  /** in the order of SIX_POLLUTANTS */
  readonly primary: readonly SixPollutant[];
  readonly over100: readonly SixPollutant[];
  readonly missing: readonly AqiItem[];
};

export type PollutantFigures = {
  /** valid days, and whether they suffice for the month or year */
  readonly days: number;
  readonly sufficient: boolean;
  /** as published; O3 has no mean */
  readonly mean: string | null;
  readonly percentile: string | null;
};

export type PeriodFigures = {
  readonly pollutants: Six<PollutantFigures>;
  readonly days: DayCounts;
  readonly composite: CompositeIndex;
};

export type StationYearFigures = {
  readonly book: RuleBook['id'];
  readonly days: readonly DayFigures[];
  readonly months: readonly PeriodFigures[];
  readonly year: PeriodFigures & { readonly attainment: Attainment };
};

/** A mean and a percentile, rounded for the index and for print. */
export type Statistics = {
  readonly days: number;
  readonly mean: { readonly statistic: string | null; readonly published: string | null };
  readonly percentile: { readonly statistic: string | null; readonly published: string | null };
};

/** The item that a pollutant's statistics are made of: O3 is judged by its 8-hour means. */
export const statisticItem = (pollutant: SixPollutant): AqiItem => (pollutant === 'O3' ? 'O3_8h' : `${pollutant}_24h`);
/** Whether a pollutant has a mean: one of daily maxima is not a figure that HJ 663 knows. */
export const hasMean = (pollutant: SixPollutant): boolean => pollutant !== 'O3';

const six = <T>(make: (pollutant: SixPollutant) => T): Six<T> =>
  Object.fromEntries(SIX_POLLUTANTS.map((pollutant) => [pollutant, make(pollutant)])) as Six<T>;

const CITY = 2;

/** A book's constants of a year, looked up once. */
export type Judge = {
  readonly book: RuleBook;
  readonly own: Partial<Hj663Settings> | undefined;
  readonly limits: Six<string>;
  readonly weights: Six<number>;
  readonly settings: Hj663Settings;
};
export function judgeOf(book: RuleBook, own?: Partial<Hj663Settings>): Judge {
  const settings = settingsOf(book.evaluation, own);
  return { book, own, settings, limits: compositeLimits(book.quality, CITY), weights: settings.compositeWeights };
}

/** The figures of a period from its statistics. @param month from 1; null = the year */
export function periodFigures(
  { book, limits, weights, settings }: Judge,
  statistics: Six<Statistics>,
  days: DayCounts,
  month: number | null,
  perMonth: Six<readonly number[]>,
): PeriodFigures {
  const sufficient = (pollutant: SixPollutant) => {
    const counts = { days: statistics[pollutant].days, perMonth: perMonth[pollutant] };
    return month === null
      ? statisticYearValid(book.evaluation, pollutant, counts)
      : statisticMonthValid(book.evaluation, pollutant, month, counts.days);
  };
  const concentrations = six((pollutant) =>
    ANNUAL_STATISTICS[pollutant].composite === 'annualMean'
      ? statistics[pollutant].mean.statistic
      : statistics[pollutant].percentile.statistic,
  );
  return {
    pollutants: six((pollutant) => ({
      days: statistics[pollutant].days,
      sufficient: sufficient(pollutant) ?? false,
      mean: statistics[pollutant].mean.published,
      percentile: statistics[pollutant].percentile.published,
    })),
    days,
    composite: compositeIndex(concentrations, limits, weights, settings.compositeMode),
  };
}

/** The year's verdict, from the statistics in print. */
export const attainmentOf = ({ book }: Judge, statistics: Six<Statistics>): Attainment =>
  annualAttainment(
    book.quality,
    six((pollutant) => ({
      annualMean: statistics[pollutant].mean.statistic,
      percentile: statistics[pollutant].percentile.statistic,
    })),
    CITY,
  );

export { six };
