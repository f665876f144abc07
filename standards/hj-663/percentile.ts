import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  multiply,
  type Numeric,
  printExact,
  roundExact,
  subtract,
} from '#standards/gb-t-8170';
import type { SixPollutant } from '#standards/pollutants';
import { ANNUAL_STATISTICS } from './rules.table.ts';

export type Percentile =
  | {
      /** values that took part */
      readonly n: number;
      /** rank 1 + (n−1)·p %, exact */
      readonly k: string;
      /** exact and unrounded */
      readonly value: string;
      readonly rounded: string;
      readonly reason: null;
    }
  | { readonly n: 0; readonly k: null; readonly value: null; readonly rounded: null; readonly reason: 'no-values' };

/** Rank 1 + (n−1)·p % and the value at it, linear between the neighbours, both exact. */
function atRank(sorted: readonly Exact[], p: Numeric): { k: Exact; value: Exact } {
  const share = divide(exact(p), exact(100));
  if (share.num < 0n || share.num > share.den) throw new RangeError(`a percentile lies between 0 and 100, not at ${p}`);
  const k = add(exact(1), multiply(exact(sorted.length - 1), share));
  const s = k.num / k.den;
  const low = sorted[Number(s) - 1] as Exact;
  const high = sorted[Number(s)] ?? low;
  return { k, value: add(low, multiply(subtract(high, low), subtract(k, { num: s, den: 1n }))) };
}

/** The p-th percentile of exact values that are sorted ascending, unrounded; null of none. */
export const percentileOfSorted = (sorted: readonly Exact[], p: Numeric): Exact | null =>
  sorted.length === 0 ? null : atRank(sorted, p).value;

/**
 * The p-th percentile: sorted ascending, rank k = 1 + (n−1)·p %, linear between the neighbours (HJ 663-2013 annex A).
 * @param values day values in any order; null is skipped
 * @param p 0 … 100 @param digits decimals of `rounded`
 */
export function percentile(values: readonly (Numeric | null)[], p: Numeric, digits: number): Percentile {
  const sorted = values.flatMap((value) => (value === null || value === undefined ? [] : [exact(value)])).sort(compare);
  const n = sorted.length;
  if (n === 0) return { n, k: null, value: null, rounded: null, reason: 'no-values' };
  const { k, value } = atRank(sorted, p);
  return {
    n,
    k: printExact(k) as string,
    value: printExact(value) as string,
    rounded: roundExact(value, digits),
    reason: null,
  };
}

/** Which percentile of a pollutant's day values the year is judged by, % (SO2, NO2 98; PM, CO 95; O3 90 of MDA8). */
export const annualPercentile = (pollutant: SixPollutant): number => ANNUAL_STATISTICS[pollutant].percentile;
