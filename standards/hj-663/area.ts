import {
  compareDecimal,
  divide,
  type Exact,
  exact,
  type Numeric,
  ratioPercent,
  roundExact,
  sum,
} from '#standards/gb-t-8170';
import type { Pollutant } from '#standards/pollutants';
import { decimalsOf } from './decimals.ts';
import type { Hj663Edition } from './editions.ts';
import { settingsOf } from './editions.ts';
import type { FigureLevel, Hj663Settings } from './settings.table.ts';
import { RATE_DECIMALS } from './settings.table.ts';

export type AreaMean = {
  /** points with a valid value, and all points of the area */
  readonly valid: number;
  readonly points: number;
  /** mean of the valid points; null when too few of them are valid */
  readonly mean: string | null;
  /** valid points, % of all, 1 decimal */
  readonly share: string | null;
  readonly reason: 'no-points' | 'too-few-points' | null;
};

/** The value of an area before it is rounded, by the rules of `areaMean`. */
export type ExactAreaMean = Omit<AreaMean, 'mean'> & { readonly mean: Exact | null };

/** The unrounded mean of the valid points. @param values unrounded day values, one per point; null = not valid */
export function exactAreaMean(
  edition: Hj663Edition,
  values: readonly (Exact | null)[],
  own?: Partial<Hj663Settings>,
): ExactAreaMean {
  const there = values.filter((value): value is Exact => value !== null && value !== undefined);
  const counts = {
    valid: there.length,
    points: values.length,
    share: ratioPercent(there.length, values.length, RATE_DECIMALS),
  };
  if (values.length === 0) return { ...counts, mean: null, reason: 'no-points' };
  const needed = values.length * settingsOf(edition, own).areaLeastSharePercent;
  if (there.length === 0 || compareDecimal(there.length * 100, needed) < 0)
    return { ...counts, mean: null, reason: 'too-few-points' };
  return { ...counts, mean: divide(sum(there), exact(there.length)), reason: null };
}

/**
 * The value of an area on a day: the arithmetic mean of the points that are valid on it, if enough of them are
 * (setting `areaLeastSharePercent`). Statistics of the area are then made over the area's days.
 * @param values one per point of the area; null = not valid on that day
 */
export function areaMean(
  edition: Hj663Edition,
  pollutant: Pollutant,
  values: readonly (Numeric | null)[],
  level: FigureLevel = 'daily',
  own?: Partial<Hj663Settings>,
): AreaMean {
  const { mean, ...counts } = exactAreaMean(
    edition,
    values.map((value) => (value === null || value === undefined ? null : exact(value))),
    own,
  );
  return { ...counts, mean: mean && roundExact(mean, decimalsOf(edition, pollutant, level, own)) };
}
