import { dayValid } from '#standards/gb-3095';
import { divide, type Exact, exact, largest, type Numeric, roundExact, sum } from '#standards/gb-t-8170';
import type { Pollutant } from '#standards/pollutants';
import { decimalsOf } from './decimals.ts';
import { type Hj663Edition, qualityEdition } from './editions.ts';
import { HOURS_OF_DAY, STANDS_IN } from './rules.table.ts';

/** Hour values of one day, [0] is the hour that ends at 01:00 and [23] the one that ends at 24:00; null = no valid value. */
export type Hours = readonly (Numeric | null)[];

export type DailyMean = {
  /** hours with a value */
  readonly n: number;
  readonly valid: boolean;
  /** in the pollutant's decimals; null when not valid */
  readonly mean: string | null;
  readonly reason: 'too-few-hours' | 'no-day-rule' | null;
};

/** The values that are there, of a list of at most `most`. */
export function present(values: Hours, most: number): Numeric[] {
  if (values.length > most) throw new RangeError(`a day has ${most} hours, not ${values.length}`);
  return values.filter((value): value is Numeric => value !== null && value !== undefined);
}

/** The mean of a day before it is rounded, for what is computed from it (the day of an area, the mean of a month). */
export type ExactDailyMean = Omit<DailyMean, 'mean'> & { readonly mean: Exact | null };

/** The unrounded mean of a day, by the rules of `dailyMean`. */
export function exactDailyMean(edition: Hj663Edition, pollutant: Pollutant, hours: Hours): ExactDailyMean {
  const values = present(hours, HOURS_OF_DAY);
  const n = values.length;
  const valid = dayValid(qualityEdition(edition), pollutant, n);
  if (valid === null) return { n, valid: false, mean: null, reason: 'no-day-rule' };
  if (!valid) return { n, valid, mean: null, reason: 'too-few-hours' };
  return { n, valid, mean: divide(sum(values.map(exact)), exact(n)), reason: null };
}

/**
 * The mean of a day, rounded once. Valid from 20 hours on (TSP 24; GB 3095 table 4).
 * O3 has no day mean: reason 'no-day-rule'.
 */
export function dailyMean(edition: Hj663Edition, pollutant: Pollutant, hours: Hours): DailyMean {
  const { mean, ...day } = exactDailyMean(edition, pollutant, hours);
  return { ...day, mean: mean && roundExact(mean, decimalsOf(edition, pollutant, 'daily')) };
}

/**
 * The largest hour of a day, for the index of O3 by the hour; null without enough hours. GB 3095 table 4 names no least
 * number for it: as many as the day of another gas asks for.
 */
export function exactLargestHour(edition: Hj663Edition, hours: Hours): Exact | null {
  const values = present(hours, HOURS_OF_DAY);
  return dayValid(qualityEdition(edition), STANDS_IN, values.length) ? largest(values.map(exact)) : null;
}
