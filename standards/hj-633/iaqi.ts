import { type Exact, exact, type Numeric, roundHalfEven } from '#standards/gb-t-8170';
import { POLLUTANTS } from '#standards/pollutants';
import { type AqiItem, BREAKPOINTS, type Hj633Edition, INDEX_STEPS } from './breakpoints.table.ts';
import { itemPollutant } from './editions.ts';

/**
 * Why there is no index: the value is missing or negative; the edition has no index for the item (PM by the hour in
 * 2012); or it is above the last breakpoint of an item whose report then uses another one (2012: SO2 1 h, O3 8 h).
 */
export type IaqiReason = 'missing' | 'negative' | 'no-index-for-item' | 'above-scale';
export type IaqiResult =
  | { readonly iaqi: number; readonly reason: null }
  | { readonly iaqi: null; readonly reason: IaqiReason };

const none = (reason: IaqiReason): IaqiResult => ({ iaqi: null, reason });
const some = (iaqi: number): IaqiResult => ({ iaqi, reason: null });

const ceilDivide = (num: bigint, den: bigint) => (num + den - 1n) / den;

/** Equation 1 between two breakpoints, rounded up to the next integer. */
function interpolate(c: Exact, points: readonly number[], upper: number): number {
  const [low, high] = [points[upper - 1] as number, points[upper] as number];
  const [from, to] = [INDEX_STEPS[upper - 1] as number, INDEX_STEPS[upper] as number];
  const above = c.num - BigInt(low) * c.den;
  return from + Number(ceilDivide(BigInt(to - from) * above, BigInt(high - low) * c.den));
}

/**
 * The individual index of one item.
 * @param c concentration in µg/m³, CO mg/m³; not rounded here; null when there is none
 * @returns an integer 0 … 500, or null with the reason
 * @see HJ 633-2012 table 1 and equation 1; HJ 633-2026 table 3 and cl. 4.2.6
 */
export function iaqi(edition: Hj633Edition, item: AqiItem, c: Numeric | null | undefined): IaqiResult {
  const breakpoints = BREAKPOINTS[edition][item];
  if (!breakpoints) return none('no-index-for-item');
  if (c === null || c === undefined) return none('missing');
  const value = exact(c);
  if (value.num < 0n) return none('negative');
  const { points, above } = breakpoints;
  const upper = points.findIndex((point, i) => i > 0 && value.num <= BigInt(point) * value.den);
  if (upper > 0) return some(interpolate(value, points, upper));
  return 'index' in above ? some(above.index) : none('above-scale');
}

/**
 * The concentration rounded by GB/T 8170 (CO 1 decimal, the others integers), then its index.
 * @returns `rounded` null when there is no value
 * @see HJ 633-2026 cl. 4.2.2 and 4.2.3
 */
export function roundThenIaqi(
  edition: Hj633Edition,
  item: AqiItem,
  raw: Numeric | null | undefined,
): IaqiResult & { readonly rounded: string | null } {
  if (raw === null || raw === undefined) return { rounded: null, ...iaqi(edition, item, raw) };
  const rounded = roundHalfEven(raw, POLLUTANTS[itemPollutant(item)].decimals);
  return { rounded, ...iaqi(edition, item, rounded) };
}
