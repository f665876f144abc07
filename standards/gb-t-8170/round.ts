import { compare, divide, type Exact, exact, multiply, type Numeric, sum } from './exact.ts';

/**
 * An exact value rounded half to even in one step (GB/T 8170-2008 cl. 3.2).
 * @param digits decimals to keep; negative = tens, hundreds …
 * @returns exactly that many decimals; zero is printed without a sign
 */
export function roundExact(x: Exact, digits: number): string {
  if (!Number.isInteger(digits)) throw new RangeError(`digits must be an integer: ${digits}`);
  const power = 10n ** BigInt(Math.abs(digits));
  const num = digits >= 0 ? x.num * power : x.num;
  const den = digits >= 0 ? x.den : x.den * power;
  const size = num < 0n ? -num : num;
  const [floor, twice] = [size / den, (size % den) * 2n];
  const units = twice > den || (twice === den && floor % 2n === 1n) ? floor + 1n : floor;
  const sign = num < 0n && units > 0n ? '-' : '';
  if (digits <= 0) return `${sign}${units * (digits < 0 ? power : 1n)}`;
  const text = units.toString().padStart(digits + 1, '0');
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A decimal rounded half to even, e.g. ('5.25', 1) → '5.2', ('1350', -2) → '1400', ('-0.5', 0) → '0'. */
export const roundHalfEven = (x: Numeric, digits: number): string => roundExact(exact(x), digits);

/** The exact mean of the values, rounded once; null of no value. */
export function meanRound(values: readonly Numeric[], digits: number): string | null {
  if (values.length === 0) return null;
  return roundExact(divide(sum(values.map(exact)), exact(values.length)), digits);
}

/** An exact share as a percentage, rounded once. */
export const percentRound = (share: Exact, digits: number): string => roundExact(multiply(share, exact(100)), digits);

/** part/base·100 rounded once, e.g. (29, 31, 1) → '93.5'; null when the base is zero. */
export function ratioPercent(part: Numeric, base: Numeric, digits: number): string | null {
  const whole = exact(base);
  return whole.num === 0n ? null : percentRound(divide(exact(part), whole), digits);
}

/** -1, 0 or 1; '4', '4.0' and 4 are equal. */
export const compareDecimal = (a: Numeric, b: Numeric): -1 | 0 | 1 => compare(exact(a), exact(b));
