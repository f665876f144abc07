import { add, divide, divideHalfEven, type Exact, exact, printScaled, roundExact } from '#standards/gb-t-8170';
import { percentileOfSorted } from '#standards/hj-663';

/**
 * Day values that arrive one by one, with their mean and percentiles at any time: so that every day of a year is the end
 * of a period without going through the year again. All values share one denominator, which makes a sum of fractions a
 * sum of integers. Means and percentiles are exact and rounded once.
 */
export type Running = {
  readonly days: number;
  take(value: Exact): void;
  /** rounded to so many decimals; null of no value */
  mean(digits: number): string | null;
  percentile(p: number, digits: number): string | null;
  /** the exact sum in lowest terms, 'num/den' */
  sum(): string;
};

/** Where a number belongs in a sorted list, behind its equals. */
function place<T extends bigint | number>(sorted: readonly T[], value: T): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Any fractions, on big integers. */
export class RunningFractions implements Running {
  readonly #denominator: bigint;
  readonly #sorted: bigint[] = [];
  #sum: Exact;

  constructor(denominator: bigint) {
    this.#denominator = denominator;
    this.#sum = { num: 0n, den: denominator };
  }

  get days(): number {
    return this.#sorted.length;
  }

  take(value: Exact): void {
    const num = value.num * (this.#denominator / value.den);
    this.#sum = add(this.#sum, { num, den: this.#denominator });
    this.#sorted.splice(place(this.#sorted, num), 0, num);
  }

  mean(digits: number): string | null {
    return this.days === 0 ? null : roundExact(divide(this.#sum, exact(this.days)), digits);
  }

  percentile(p: number, digits: number): string | null {
    const found = percentileOfSorted(
      this.#sorted.map((num) => ({ num, den: this.#denominator })),
      p,
    );
    return found && roundExact(found, digits);
  }

  sum(): string {
    const { num, den } = reduced(this.#sum);
    return `${num}/${den}`;
  }
}

const HUNDRED = 100;

/** The same figures on safe integers, where the values are small enough (see `runningOf`). */
export class RunningIntegers implements Running {
  readonly #denominator: number;
  readonly #sorted: number[] = [];
  #sum = 0;

  constructor(denominator: number) {
    this.#denominator = denominator;
  }

  get days(): number {
    return this.#sorted.length;
  }

  take(value: Exact): void {
    const num = Number(value.num) * (this.#denominator / Number(value.den));
    this.#sum += num;
    this.#sorted.splice(place(this.#sorted, num), 0, num);
  }

  mean(digits: number): string | null {
    return this.days === 0 ? null : this.#print(this.#sum, this.days, digits);
  }

  /** HJ 663 annex A on integers: rank 1 + (n − 1)·p %, linear between the neighbours. */
  percentile(p: number, digits: number): string | null {
    if (this.days === 0) return null;
    const rank = (this.days - 1) * p;
    const rest = rank % HUNDRED;
    const low = this.#sorted[(rank - rest) / HUNDRED] as number;
    const high = this.#sorted[(rank - rest) / HUNDRED + 1] ?? low;
    return this.#print(low * HUNDRED + (high - low) * rest, HUNDRED, digits);
  }

  sum(): string {
    const { num, den } = reduced({ num: BigInt(this.#sum), den: BigInt(this.#denominator) });
    return `${num}/${den}`;
  }

  #print(num: number, parts: number, digits: number): string {
    return printScaled(divideHalfEven(num * 10 ** digits, parts * this.#denominator), digits);
  }
}

const DAYS_OF_YEAR = 366;
const MOST_DECIMALS = 3;
/** what a value is multiplied by at most on its way to print */
const GROWTH = BigInt(DAYS_OF_YEAR * 10 ** MOST_DECIMALS);
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * Makes Runnings for a year's values: on integers where nothing can leave the safe ones, on fractions otherwise.
 * @param values every value that may be taken; null is skipped
 */
export function runningOf(values: readonly (Exact | null | undefined)[]): () => Running {
  const denominator = sharedDenominator(values);
  const small = values.every((value) => {
    if (!value) return true;
    const num = value.num * (denominator / value.den);
    return (num < 0n ? -num : num) * GROWTH <= SAFE;
  });
  return small && denominator * GROWTH <= SAFE
    ? () => new RunningIntegers(Number(denominator))
    : () => new RunningFractions(denominator);
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
