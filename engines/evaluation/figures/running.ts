import { add, divide, type Exact, exact } from '#standards/gb-t-8170';
import { percentileOfSorted } from '#standards/hj-663';

/**
 * Day values that arrive one by one, with their exact mean and percentiles at any time: so that every day of a year is
 * the end of a period without going through the year again. All values share one denominator, which makes a sum of
 * fractions a sum of integers.
 */
export class Running {
  readonly #denominator: bigint;
  readonly #sorted: Exact[] = [];
  #sum: Exact;

  constructor(denominator: bigint) {
    this.#denominator = denominator;
    this.#sum = { num: 0n, den: denominator };
  }

  get days(): number {
    return this.#sorted.length;
  }

  /** the exact sum of the values */
  get sum(): Exact {
    return this.#sum;
  }

  take(value: Exact): void {
    const same = { num: value.num * (this.#denominator / value.den), den: this.#denominator };
    this.#sum = add(this.#sum, same);
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] as Exact).num <= same.num) low = middle + 1;
      else high = middle;
    }
    this.#sorted.splice(low, 0, same);
  }

  mean(): Exact | null {
    return this.days === 0 ? null : divide(this.#sum, exact(this.days));
  }

  percentile(p: number): Exact | null {
    return percentileOfSorted(this.#sorted, p);
  }
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));

/** A denominator that all the values can be written with. */
export function sharedDenominator(values: Iterable<Exact | null | undefined>): bigint {
  let shared = 1n;
  for (const value of values)
    if (value && shared % value.den !== 0n) shared *= value.den / greatestDivisor(shared, value.den);
  return shared;
}

/** The same fraction in lowest terms. */
export function reduced({ num, den }: Exact): Exact {
  const by = greatestDivisor(num < 0n ? -num : num, den) || 1n;
  return { num: num / by, den: den / by };
}
