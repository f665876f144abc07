/**
 * Editions 版本: every legal number has a first day of force, and sometimes a last one.
 *
 * A rule book is never edited: a new edition is added beside the old one, and a figure of 2021 is judged by what was in
 * force in 2021 even when it is computed years later. A dated table is a list of rows that carry `inForce`; the row for a
 * day is looked up with `inForceOn`. Dates are 'YYYY-MM-DD' in Beijing time, so plain string order is the order of time.
 */
export type {
  BothLanguages,
  DescribedClause,
  DescribedEdition,
  DescribedSetting,
  StandardDescription,
} from './describe.ts';
export {
  type Cited,
  type Confidence,
  type Dated,
  daysOfMonth,
  type InForce,
  inForceOn,
  isDate,
  requireDate,
} from './editions.ts';
