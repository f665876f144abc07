import { roundHalfEven } from '#standards/gb-t-8170';

/** Digits of a comparison on paper. */
const DECIMALS = { slope: 4, intercept: 3, r: 4, error: 2 } as const;

export type ComparabilityLine = {
  readonly n: number;
  /** device = slope · reference + intercept; intercept in the unit of the pairs */
  readonly slope: string;
  readonly intercept: string;
  /** Pearson; '0.0000' where the device does not vary */
  readonly r: string;
  /** root mean square of device − reference, and over the mean of the reference in %; null where that is not positive */
  readonly rmse: string;
  readonly nrmsePercent: string | null;
  readonly reason: null;
};
export type NoLine = { readonly n: number; readonly reason: 'too-few-pairs' | 'no-variation' };

type Value = number | null;
type Sums = { n: number; meanX: number; meanY: number; xx: number; yy: number; xy: number; square: number };

const there = (x: Value | undefined): x is number => typeof x === 'number' && Number.isFinite(x);
const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);

/** Centred sums over the pairs of which both sides are there; a RangeError when the lists are not paired. */
function sums(reference: readonly Value[], device: readonly Value[]): Sums {
  if (reference.length !== device.length) throw new RangeError('reference and device must be paired');
  const pairs = reference.flatMap((x, i) => {
    const y = device[i];
    return there(x) && there(y) ? [{ x, y }] : [];
  });
  const n = pairs.length;
  const [meanX, meanY] = [sum(pairs.map(({ x }) => x)) / n, sum(pairs.map(({ y }) => y)) / n];
  return {
    n,
    meanX,
    meanY,
    xx: sum(pairs.map(({ x }) => (x - meanX) ** 2)),
    yy: sum(pairs.map(({ y }) => (y - meanY) ** 2)),
    xy: sum(pairs.map(({ x, y }) => (x - meanX) * (y - meanY))),
    square: sum(pairs.map(({ x, y }) => (y - x) ** 2)),
  };
}

function print({ n, meanX, meanY, xx, yy, xy, square }: Sums, slope: number): ComparabilityLine {
  const rmse = Math.sqrt(square / n);
  return {
    n,
    slope: roundHalfEven(slope, DECIMALS.slope),
    intercept: roundHalfEven(meanY - slope * meanX, DECIMALS.intercept),
    r: roundHalfEven(yy === 0 ? 0 : xy / Math.sqrt(xx * yy), DECIMALS.r),
    rmse: roundHalfEven(rmse, DECIMALS.error),
    nrmsePercent: meanX > 0 ? roundHalfEven((100 * rmse) / meanX, DECIMALS.error) : null,
    reason: null,
  };
}

const noLine = ({ n, xx }: Sums): NoLine | null =>
  n < 2 ? { n, reason: 'too-few-pairs' } : xx === 0 ? { n, reason: 'no-variation' } : null;

/** Ordinary least squares of the device on the reference; a pair with a missing side does not count. */
export function leastSquares(reference: readonly Value[], device: readonly Value[]): ComparabilityLine | NoLine {
  const all = sums(reference, device);
  return noLine(all) ?? print(all, all.xy / all.xx);
}

/**
 * Deming regression.
 * @param errorRatio variance of the device's error over that of the reference's, > 0; 1 = both alike (orthogonal)
 */
export function deming(
  reference: readonly Value[],
  device: readonly Value[],
  errorRatio = 1,
): ComparabilityLine | NoLine {
  if (!(errorRatio > 0)) throw new RangeError(`the ratio of error variances must be positive: ${errorRatio}`);
  const all = sums(reference, device);
  const none = noLine(all);
  if (none) return none;
  const { xx, yy, xy, n } = all;
  // without covariance the best line is level, or has no slope at all
  if (xy === 0) return yy < errorRatio * xx ? print(all, 0) : { n, reason: 'no-variation' };
  const difference = yy - errorRatio * xx;
  return print(all, (difference + Math.sqrt(difference ** 2 + 4 * errorRatio * xy ** 2)) / (2 * xy));
}
