/**
 * Evaluation 评价: what the hours say of a day, a month, a year, a district.
 *
 * A **day** of a station is made of its valid hours, the day of the district of its stations' unrounded days; both carry
 * an AQI by the rule book (editions of GB 3095, HJ 633, HJ 663) that was in force, and by the next one where a
 * comparison across the change needs one edition on both sides. A **period** is a month so far, a year so far or a year;
 * it is stored for every day as its end, so that “as of 8 November” is a row to read. Everything is computed from
 * exact fractions and rounded once.
 *
 * Whoever changes hours marks their day in `touched_day`; `reconcileAir` takes the marks and computes again what they
 * reach: those days, their months, and the year so far from the first of them on.
 */

export type { PeriodKind } from './figures/statistics.ts';
export { airEvidenceOf, EVIDENCE_STATISTICS, type EvidenceQuestion } from './read/evidence.ts';
export { airMonthsOf, airOverviewOf } from './read/months.ts';
export {
  airDaysBetween,
  airPeriodAsOf,
  compareWithLastYear,
  editionFor,
  lastDataDay,
  latestAirDay,
  type PeriodOptions,
  periodStart,
  sameDayLastYear,
} from './read/periods.ts';
export { airPrimaryOf } from './read/primary.ts';
export { type Provenances, provenanceOf, provenances } from './read/provenance.ts';
export { type NamedScope, parseScope, printScope, scopesOf, scopeText } from './read/scope.ts';
export { editionForYear, evaluatedYears, type YearSoFar, yearSoFar } from './read/year.ts';
export { airYearsOf } from './read/years.ts';
export { type Reconciled, type ReconcileOptions, reconcileAir } from './reconcile/reconcile.ts';
export { type AirDeps, airRoutes } from './routes.ts';
export * from './wire.ts';
