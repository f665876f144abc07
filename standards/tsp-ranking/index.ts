/**
 * Street TSP ranking 街道粗颗粒物排名: the half-monthly notice that measure 27.1 (退出全市后30名) is judged by.
 *
 * Twice a month (1–15, 16–end) the municipal bureau prints two tables: A names the 30 worst streets of the city, the worst
 * first (倒序), with places but without concentrations; B names the three best and three worst streets of each district
 * with µg/m³ as integers. Places are shared (1, 1, 3): figures are compared as integers. A street that A does not name is
 * better than the 30th. How many streets are ranked, which hours count and how sand is treated is not public: the printed
 * place rules, and a place worked out from own figures carries a label that says so.
 */

export type { TableProblem } from './cells.ts';
export { type HalfMonth, half, halfMonthOf, halfMonthsOfYear } from './period.ts';
export {
  distanceToEdge,
  type Listing,
  leastPlaceFromWorst,
  listing,
  type OwnPlace,
  provisionalPlaces,
} from './place.ts';
export { type CityRow, type CityTable, readCityTable } from './read-city.ts';
export { type DistrictRow, type DistrictTable, readDistrictTable } from './read-districts.ts';
export { type TargetReading, TSP_RANKING, TSP_RANKING_DEFAULTS, type TspRankingSettings } from './settings.table.ts';
export { STANDARD } from './standard.table.ts';
export { type PeriodListing, type TspTarget, tspTarget } from './target.ts';
