import { compare, divide, type Exact, exact, largest, type Numeric, roundExact, sum } from '#standards/gb-t-8170';
import { POLLUTANTS } from '#standards/pollutants';
import { type Hours, present } from './daily.ts';
import { EIGHT_HOURS } from './rules.table.ts';

export type Mda8 = {
  /** how many of the 17 means are valid */
  readonly n8: number;
  readonly valid: boolean;
  /** the largest 8-hour mean, rounded after it was chosen; null when not valid */
  readonly value: string | null;
  /** the mean ending at each hour 8 … 24, rounded; null with fewer than 6 hours */
  readonly rolling: Readonly<Record<number, string | null>>;
  readonly reason: 'too-few-means' | null;
};

/** The mean of up to eight hour values, exact; null with fewer than six (GB 3095 table 4). */
const meanOfEight = (hours: Hours): Exact | null => {
  const values = present(hours, EIGHT_HOURS.span);
  return values.length < EIGHT_HOURS.leastHours ? null : divide(sum(values.map(exact)), exact(values.length));
};

const print = (mean: Exact | null) => (mean ? roundExact(mean, POLLUTANTS.O3.decimals) : null);

/** The moving 8-hour mean of the last eight hours (any day), for the real-time report. */
export type MovingEight = { readonly n: number; readonly mean: string | null };
export const movingEight = (lastEight: Hours): MovingEight => ({
  n: present(lastEight, EIGHT_HOURS.span).length,
  mean: print(meanOfEight(lastEight)),
});

/** The largest 8-hour mean before it is rounded, for what is computed from it. */
export type ExactMda8 = {
  readonly n8: number;
  readonly valid: boolean;
  /** null when not valid */
  readonly value: Exact | null;
  /** by the hour at which each mean ends */
  readonly means: readonly { readonly end: number; readonly mean: Exact | null }[];
};

/** The unrounded largest 8-hour mean, by the rules of `mda8`. */
export function exactMda8(hours: Hours, limit: Numeric): ExactMda8 {
  present(hours, EIGHT_HOURS.lastEnd);
  const ends = Array.from(
    { length: EIGHT_HOURS.lastEnd - EIGHT_HOURS.firstEnd + 1 },
    (_, i) => i + EIGHT_HOURS.firstEnd,
  );
  const means = ends.map((end) => ({ end, mean: meanOfEight(hours.slice(end - EIGHT_HOURS.span, end)) }));
  const there = means.flatMap(({ mean }) => (mean ? [mean] : []));
  const maximum = largest(there);
  const valid = maximum !== null && (there.length >= EIGHT_HOURS.leastMeans || compare(maximum, exact(limit)) > 0);
  return { n8: there.length, valid, value: valid ? maximum : null, means };
}

/**
 * The largest 8-hour mean of ozone on a day.
 * @param hours [0] ends at 01:00, [23] at 24:00; µg/m³
 * @param limit the 8-hour limit: a day with fewer than 14 means still counts when its maximum exceeds it
 */
export function mda8(hours: Hours, limit: Numeric): Mda8 {
  const { n8, valid, value, means } = exactMda8(hours, limit);
  return {
    n8,
    valid,
    value: print(value),
    rolling: Object.fromEntries(means.map(({ end, mean }) => [end, print(mean)])),
    reason: valid ? null : 'too-few-means',
  };
}
