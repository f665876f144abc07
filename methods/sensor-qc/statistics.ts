/** Sorts the first n entries in place; n is small. */
export function sortFirst(values: Float64Array, n: number): void {
  if (n > 24) {
    values.subarray(0, n).sort();
    return;
  }
  for (let i = 1; i < n; i += 1) {
    const v = values[i]!;
    let j = i - 1;
    for (; j >= 0 && values[j]! > v; j -= 1) values[j + 1] = values[j]!;
    values[j + 1] = v;
  }
}

/** Median of the first n entries, which are sorted; NaN of none. */
export const middle = (sorted: Float64Array, n: number): number =>
  n === 0 ? Number.NaN : n % 2 ? sorted[(n - 1) / 2]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;

/** Median of the numbers that are there; NaN of none. */
export function median(values: ArrayLike<number>): number {
  const there = Float64Array.from(values).filter((v) => !Number.isNaN(v));
  sortFirst(there, there.length);
  return middle(there, there.length);
}

/** Median distance from the median, as the standard deviation of a normal distribution. */
export function robustSpread(values: ArrayLike<number>, centre = median(values)): number {
  return 1.4826 * median(Float64Array.from(values, (v) => Math.abs(v - centre)));
}

/**
 * Two-sample Kolmogorov-Smirnov: probability that one distribution gives samples so different. Asymptotic formula with
 * Stephens' correction; `n` may be less than the samples where these hang together.
 */
export function kolmogorovSmirnov(a: ArrayLike<number>, b: ArrayLike<number>): { distance: number; p: number } {
  const [x, y] = [a, b].map((one) =>
    Float64Array.from(one)
      .filter((v) => !Number.isNaN(v))
      .sort(),
  ) as [Float64Array, Float64Array];
  if (x.length === 0 || y.length === 0) return { distance: Number.NaN, p: Number.NaN };
  let [i, j, distance] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const v = Math.min(x[i]!, y[j]!);
    while (i < x.length && x[i]! <= v) i += 1;
    while (j < y.length && y[j]! <= v) j += 1;
    distance = Math.max(distance, Math.abs(i / x.length - j / y.length));
  }
  const n = Math.sqrt((x.length * y.length) / (x.length + y.length));
  const lambda = (n + 0.12 + 0.11 / n) * distance;
  if (lambda < 0.2) return { distance, p: 1 };
  let p = 0;
  for (let k = 1; k <= 100; k += 1) p += 2 * (k % 2 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  return { distance, p: Math.min(1, Math.max(0, p)) };
}
