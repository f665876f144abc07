import { middle } from './statistics.ts';

/**
 * Median and median distance from it in a window that moves along a series: values are kept sorted, one goes in and one out
 * at each step by bisection, and the distances need no sorting because they grow from the median outwards on both sides.
 */
export class RollingMedian {
  readonly #sorted: Float64Array;
  #count = 0;

  constructor(mostValues: number) {
    this.#sorted = new Float64Array(mostValues + 1);
  }

  get count(): number {
    return this.#count;
  }

  /** first place whose value is not below v */
  #place(v: number): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.#sorted[mid]! < v) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  /** NaN goes in and out without a trace. */
  add(v: number): void {
    if (Number.isNaN(v)) return;
    const at = this.#place(v);
    this.#sorted.copyWithin(at + 1, at, this.#count);
    this.#sorted[at] = v;
    this.#count += 1;
  }

  remove(v: number): void {
    if (Number.isNaN(v)) return;
    const at = this.#place(v);
    this.#sorted.copyWithin(at, at + 1, this.#count);
    this.#count -= 1;
  }

  median(): number {
    return middle(this.#sorted, this.#count);
  }

  /** median of |v − centre|, centre being the median */
  deviation(centre: number): number {
    const n = this.#count;
    if (n === 0) return Number.NaN;
    let right = this.#place(centre);
    let left = right - 1;
    let [before, last] = [0, 0];
    for (let taken = 0; taken <= n >> 1; taken += 1) {
      before = last;
      const down = left >= 0 ? centre - this.#sorted[left]! : Infinity;
      const up = right < n ? this.#sorted[right]! - centre : Infinity;
      if (down < up) {
        last = down;
        left -= 1;
      } else {
        last = up;
        right += 1;
      }
    }
    return n % 2 ? last : (before + last) / 2;
  }
}

/** Means of any stretch of a series, gaps left out, in constant time. */
export class Stretches {
  readonly #sum: Float64Array;
  readonly #count: Int32Array;

  constructor(series: ArrayLike<number>) {
    const n = series.length;
    this.#sum = new Float64Array(n + 1);
    this.#count = new Int32Array(n + 1);
    for (let i = 0; i < n; i += 1) {
      const there = !Number.isNaN(series[i]);
      this.#sum[i + 1] = this.#sum[i]! + (there ? series[i]! : 0);
      this.#count[i + 1] = this.#count[i]! + (there ? 1 : 0);
    }
  }

  /** mean of [from, until), NaN unless at least `share` of it is there */
  mean(from: number, until: number, share = 0.5): number {
    const [a, b] = [Math.max(0, from), Math.min(this.#sum.length - 1, until)];
    const count = b > a ? this.#count[b]! - this.#count[a]! : 0;
    return count > 0 && count >= share * (until - from) ? (this.#sum[b]! - this.#sum[a]!) / count : Number.NaN;
  }
}
