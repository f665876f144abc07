/**
 * The bulk path: concentrations as integers of their last digit (CO 1.2 mg/m³ with one decimal is 12), which a million
 * rows can be summed and rounded in without a string. Everything here is exact while it stays a safe integer, and says so
 * when it does not.
 */

const safe = (x: number): number => {
  if (!Number.isSafeInteger(x)) throw new RangeError(`not a safe integer: ${x}`);
  return x;
};

/** A number as an integer of its `digits`-th decimal; null when it has more decimals than that. */
export function toScaled(x: number, digits: number): number | null {
  const power = 10 ** digits;
  const units = Math.round(x * power);
  return Number.isSafeInteger(units) && units / power === x ? units : null;
}

/** num/den rounded half to even (GB/T 8170), both safe integers, den > 0. */
export function divideHalfEven(num: number, den: number): number {
  safe(num);
  if (safe(den) <= 0) throw new RangeError(`the divisor must be positive: ${den}`);
  const size = Math.abs(num);
  const rest = size % den;
  const floor = (size - rest) / den;
  const up = rest > den - rest || (rest === den - rest && floor % 2 === 1);
  const units = up ? floor + 1 : floor;
  return num < 0 && units > 0 ? -units : units;
}

/**
 * The mean of scaled integers, rounded once.
 * @param from decimals of the values @param to decimals of the mean, to ≤ from + 6
 * @returns an integer of the `to`-th decimal; null of no value
 */
export function meanScaled(values: ArrayLike<number>, from: number, to: number): number | null {
  if (values.length === 0) return null;
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total = safe(total + (values[i] as number));
  return to >= from
    ? divideHalfEven(safe(total * 10 ** (to - from)), values.length)
    : divideHalfEven(total, safe(values.length * 10 ** (from - to)));
}

/** A scaled integer as a fixed-digits string: (12, 1) → '1.2'. */
export function printScaled(units: number, digits: number): string {
  const text = String(Math.abs(safe(units))).padStart(digits + 1, '0');
  const sign = units < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
