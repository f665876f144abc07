import {
  compare,
  compareDecimal,
  divide,
  type Exact,
  exact,
  multiply,
  type Numeric,
  negate,
  percentRound,
  roundExact,
  squareRoot,
  subtract,
  sum,
} from '#standards/gb-t-8170';
import { DECIMALS, TSP_GRID } from './requirements.table.ts';

const size = (x: Exact) => (x.num < 0n ? negate(x) : x);

export type Deviation = { readonly deviationPct: string; readonly pass: boolean };

/** How far a value is from its reference, % with 1 decimal, and whether within a tolerance (inclusive, on the exact value). */
export function deviation(value: Numeric, reference: Numeric, tolerancePercent: Numeric): Deviation {
  const share = divide(subtract(exact(value), exact(reference)), size(exact(reference)));
  const tolerance = divide(exact(tolerancePercent), exact(100));
  return { deviationPct: percentRound(share, DECIMALS.deviation), pass: compare(size(share), tolerance) <= 0 };
}

/** Measured flow against its setting. */
export const flowCheck = (measured: Numeric, set: Numeric, tolerancePercent: Numeric = TSP_GRID.flowTolerancePercent) =>
  deviation(measured, set, tolerancePercent);

/** A device's mass concentration against the standard device. */
export const massCheck = (
  device: Numeric,
  standard: Numeric,
  tolerancePercent: Numeric = TSP_GRID.massTolerancePercent,
) => deviation(device, standard, tolerancePercent);

/** Whether an inlet stands at a height that is allowed, metres above the ground. */
export const inletHeightOk = (metres: Numeric): boolean =>
  compareDecimal(metres, TSP_GRID.inletMetres.from) >= 0 && compareDecimal(metres, TSP_GRID.inletMetres.to) <= 0;

export type Comparability =
  | {
      readonly n: number;
      /** device = slope · reference + intercept (µg/m³), least squares */
      readonly slope: string;
      readonly intercept: string;
      /** Pearson */
      readonly r: string;
      /** mean of |device − reference|/reference, %; null when a reference is zero */
      readonly mrePct: string | null;
      /** µg/m³ */
      readonly rmse: string;
      readonly rPass: boolean;
      readonly reason: null;
    }
  | { readonly n: number; readonly reason: 'too-few-pairs' | 'no-variation' };

/** Paired values of a device and the reference; a RangeError when they are not paired. */
export function comparability(reference: readonly Numeric[], device: readonly Numeric[]): Comparability {
  if (reference.length !== device.length) throw new RangeError('reference and device must be paired');
  const n = reference.length;
  if (n < 2) return { n, reason: 'too-few-pairs' };
  const [x, y, count] = [reference.map(exact), device.map(exact), exact(n)];
  const products = (a: readonly Exact[], b: readonly Exact[]) => sum(a.map((one, i) => multiply(one, b[i] as Exact)));
  const [sumX, sumY] = [sum(x), sum(y)];
  const spread = (a: readonly Exact[], b: readonly Exact[], sumA: Exact, sumB: Exact) =>
    subtract(multiply(count, products(a, b)), multiply(sumA, sumB));
  const [sxx, syy, sxy] = [spread(x, x, sumX, sumX), spread(y, y, sumY, sumY), spread(x, y, sumX, sumY)];
  if (sxx.num === 0n || syy.num === 0n) return { n, reason: 'no-variation' };

  const slope = divide(sxy, sxx);
  const intercept = divide(subtract(sumY, multiply(slope, sumX)), count);
  const size2 = divide(multiply(sxy, sxy), multiply(sxx, syy));
  const root = squareRoot(size2);
  const errors = y.map((one, i) => subtract(one, x[i] as Exact));
  const relative = x.some(({ num }) => num === 0n)
    ? null
    : divide(sum(errors.map((error, i) => size(divide(error, x[i] as Exact)))), count);
  const leastR = exact(TSP_GRID.leastR);
  return {
    n,
    slope: roundExact(slope, DECIMALS.slope),
    intercept: roundExact(intercept, DECIMALS.intercept),
    r: roundExact(sxy.num < 0n ? negate(root) : root, DECIMALS.r),
    mrePct: relative && percentRound(relative, DECIMALS.meanRelativeError),
    rmse: roundExact(squareRoot(divide(products(errors, errors), count)), DECIMALS.rmse),
    rPass: sxy.num > 0n && compare(size2, multiply(leastR, leastR)) >= 0,
    reason: null,
  };
}
