/**
 * HJ 663 环境空气质量评价技术规范: from hours to what is said of a month, a year, a district.
 *
 * Day means, the largest 8-hour mean of ozone, percentiles, the year's attainment, the composite index, days by class,
 * change against the year before, the mean of an area, the trend over years. HJ 663-2013 ruled until 2026-02-28,
 * HJ 663-2026 from 2026-03-01. What is known of the edition of 2026 only by report (decimals of statistics, weights of the
 * composite index) is a setting with a stated default in `settings.table.ts`.
 *
 * Figures go in and out as decimal strings. Where there is no result, it says why.
 */
export { type AreaMean, areaMean, type ExactAreaMean, exactAreaMean } from './area.ts';
export {
  type AnnualLimit,
  type Attainment,
  type AttainmentValues,
  annualAttainment,
  annualLimits,
} from './attainment.ts';
export { type Change, changeRate, exceedMultiple } from './change.ts';
export { type CompositeIndex, type CompositeMode, compositeIndex, compositeLimits } from './composite.ts';
export {
  type DailyMean,
  dailyMean,
  type ExactDailyMean,
  exactDailyMean,
  exactLargestHour,
  type Hours,
} from './daily.ts';
export { countsOfTally, type DayCounts, type DayTally, DayTallying, dayCounts, type JudgedDay } from './days.ts';
export { decimalsOf, type FigureLevel, roundConcentration } from './decimals.ts';
export {
  citationOf,
  editionOn,
  HJ663_EDITIONS,
  type Hj663Edition,
  type Hj663Settings,
  qualityEdition,
  settingsOf,
} from './editions.ts';
export { type ExactMda8, exactMda8, type Mda8, type MovingEight, mda8, movingEight } from './mda8.ts';
export { annualPercentile, type Percentile, percentile, percentileOfSorted } from './percentile.ts';
export { ANNUAL_STATISTICS, EIGHT_HOURS, HOURS_OF_DAY, STANDS_IN } from './rules.table.ts';
export { STANDARD } from './standard.table.ts';
export { spearmanTrend, type Trend } from './trend.ts';
export { statisticMonthValid, statisticYearValid } from './validity.ts';
