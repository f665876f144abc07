/**
 * A station's year 站点全年评价: from 8,760 hours of six pollutants to every figure of its days, months and year, at once.
 *
 * Two ways lead there. `exactStationYear` is the reference: each figure by the function of its standard, on fractions of
 * big integers. `stationYear` gives the same figures, digit by digit, on columns of small integers and some thousand times
 * faster: concentrations in units of their last decimal, sums and comparisons over one common denominator, breakpoints as
 * integers. Values so large that an integer could lose a digit are refused, never rounded. Tests and
 * `npm run bench -- standards` hold the two against each other.
 *
 * One rule book judges the whole year: the caller chooses it (a comparison uses one book on both sides).
 */
export { exactStationYear } from './exact.ts';
export {
  type DayFigures,
  type PeriodFigures,
  type PollutantFigures,
  type StationYearFigures,
  statisticItem,
} from './figures.ts';
export {
  type HourColumn,
  hourColumn,
  LARGEST_UNITS,
  monthsOfYear,
  NO_UNITS,
  type StationHours,
} from './hours.ts';
export { type StationYear, stationYear, stationYearFigures } from './station-year.ts';
