import { daysBetween } from '#platform/clock';
import { add, divide, type Exact, exact, multiply, subtract } from '#standards/gb-t-8170';

/**
 * The mean that the days left may have so that the year's printed mean stays below last year's.
 *
 * The year's mean must round (half to even) to at most one last digit below: it may reach the half below last year's
 * figure only where that half goes down.
 * @param sum exact sum of the days so far @param days how many @param left days still to come, all taken as valid
 * @param lastYear last year's whole mean as printed @param decimals of the printed mean
 * @returns one decimal more than the figure, rounded down; null when no days are left or nothing is allowed any more
 */
export function allowedMean(sum: Exact, days: number, left: number, lastYear: string, decimals: number): string | null {
  if (left <= 0) return null;
  const steps = 10n ** BigInt(decimals);
  const printed = exact(lastYear);
  const lastUnits = (printed.num * steps) / printed.den;
  const halfGoesDown = (lastUnits - 1n) % 2n === 0n;
  const bound = subtract(printed, { num: 1n, den: 2n * steps });
  const allowed = divide(subtract(multiply(bound, exact(days + left)), sum), exact(left));
  const fine = steps * 10n;
  let units = floor(multiply(allowed, { num: fine, den: 1n }));
  if (!halfGoesDown && units * allowed.den === allowed.num * fine) units -= 1n;
  return units < 0n ? null : decimalOf(units, decimals + 1);
}

const floor = ({ num, den }: Exact): bigint => (num >= 0n || num % den === 0n ? num / den : num / den - 1n);

const decimalOf = (units: bigint, digits: number): string => {
  const text = units.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** How many more may come so that the year's count stays below last year's; null when it can no longer. */
export function allowedCount(value: string, lastYear: string): string | null {
  const left = BigInt(lastYear) - 1n - BigInt(value);
  return left < 0n ? null : String(left);
}

/**
 * The year's mean so far as it would run if every day left had the same mean.
 * @returns the exact mean some days on
 */
export const meanAfter = (sum: Exact, days: number, more: number, each: string): Exact =>
  divide(add(sum, multiply(exact(each), exact(more))), exact(days + more));

/** Days from the day after `until` to the end of its year. */
export const daysLeftOfYear = (until: string): number => daysBetween(until, `${until.slice(0, 4)}-12-31`);

/** 'num/den' as it is stored. */
export function fraction(text: string): Exact {
  const [num, den] = text.split('/') as [string, string];
  return { num: BigInt(num), den: BigInt(den) };
}
