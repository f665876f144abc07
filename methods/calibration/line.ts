import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/**
 * Least squares with an intercept: columns are centred and scaled, so that the normal equations stay well conditioned.
 * @returns intercept first, or null when the columns do not determine it (a constant sensor, constant humidity)
 */
export function leastSquares(columns: readonly Float64Array[], y: Float64Array): Float64Array | null {
  const n = y.length;
  const p = columns.length;
  const mean = (v: Float64Array) => v.reduce((sum, one) => sum + one, 0) / n;
  const means = columns.map(mean);
  const spreads = columns.map((v, j) => Math.sqrt(v.reduce((sum, one) => sum + (one - means[j]!) ** 2, 0) / n));
  if (n <= p + 1 || spreads.some((spread) => !(spread > 1e-9))) return null;
  const my = mean(y);
  const normal = Matrix.zeros(p, p);
  const right = Matrix.zeros(p, 1);
  for (let j = 0; j < p; j += 1) {
    const [a, ma, sa] = [columns[j]!, means[j]!, spreads[j]!];
    for (let k = 0; k <= j; k += 1) {
      const [b, mb, sb] = [columns[k]!, means[k]!, spreads[k]!];
      let sum = 0;
      for (let i = 0; i < n; i += 1) sum += (a[i]! - ma) * (b[i]! - mb);
      normal.set(j, k, sum / (n * sa * sb));
      normal.set(k, j, sum / (n * sa * sb));
    }
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += (a[i]! - ma) * (y[i]! - my);
    right.set(j, 0, sum / (n * sa));
  }
  const factor = new CholeskyDecomposition(normal);
  if (!factor.isPositiveDefinite()) return null;
  const slopes = factor
    .solve(right)
    .to1DArray()
    .map((b, j) => b / spreads[j]!);
  if (slopes.some((b) => !Number.isFinite(b))) return null;
  return Float64Array.from([my - slopes.reduce((sum, b, j) => sum + b * means[j]!, 0), ...slopes]);
}

/**
 * Deming: y = a + b·x where both sides err.
 * @param errorRatio variance of the error of y over that of x, > 0
 */
export function demingLine(x: Float64Array, y: Float64Array, errorRatio: number): Float64Array | null {
  if (!(errorRatio > 0)) throw new RangeError(`the ratio of error variances must be positive: ${errorRatio}`);
  const n = x.length;
  const mean = (v: Float64Array) => v.reduce((sum, one) => sum + one, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    xx += (x[i]! - mx) ** 2;
    yy += (y[i]! - my) ** 2;
    xy += (x[i]! - mx) * (y[i]! - my);
  }
  if (n < 3 || xx === 0 || xy === 0) return null;
  const apart = yy - errorRatio * xx;
  const slope = (apart + Math.sqrt(apart ** 2 + 4 * errorRatio * xy ** 2)) / (2 * xy);
  return Float64Array.from([my - slope * mx, slope]);
}

/** The least of a function of one number: a coarse grid, then golden section around its best point. */
export function leastOf(f: (at: number) => number, from: number, to: number, grid = 12, rounds = 24): number {
  const width = (to - from) / grid;
  let best = from;
  for (let i = 1; i <= grid; i += 1) if (f(from + i * width) < f(best)) best = from + i * width;
  let [low, high] = [Math.max(from, best - width), Math.min(to, best + width)];
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < rounds; i += 1) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (f(left) < f(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
