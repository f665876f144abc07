/** A decimal string, or a number that stands for its shortest decimal. */
export type Numeric = string | number | bigint;
/** A fraction of integers, den > 0. Not reduced: compare with `compare`, never by fields. */
export type Exact = { readonly num: bigint; readonly den: bigint };

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
export const ZERO: Exact = { num: 0n, den: 1n };

const parse = (x: string): Exact | null => {
  const match = DECIMAL.exec(x);
  const digits = match ? `${match[2]}${match[3] ?? ''}` : '';
  if (!match || digits === '') return null;
  const scale = (match[3] ?? '').length - Number(match[4] ?? 0);
  const units = BigInt(match[1] === '-' ? `-${digits}` : digits);
  return scale >= 0 ? { num: units, den: 10n ** BigInt(scale) } : { num: units * 10n ** BigInt(-scale), den: 1n };
};

/** Whether a value can be read as a decimal number. */
export const isNumeric = (x: unknown): x is Numeric =>
  typeof x === 'bigint' || ((typeof x === 'string' || typeof x === 'number') && parse(String(x)) !== null);

/** The exact value of a decimal; a RangeError when the text is not one (also '', 'NaN', ' 1'). */
export function exact(x: Numeric): Exact {
  if (typeof x === 'number' && Number.isSafeInteger(x)) return { num: BigInt(x), den: 1n };
  const value = parse(String(x));
  if (!value) throw new RangeError(`not a decimal number: ${JSON.stringify(String(x))}`);
  return value;
}

export const add = (a: Exact, b: Exact): Exact =>
  a.den === b.den ? { num: a.num + b.num, den: a.den } : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
export const negate = (a: Exact): Exact => ({ num: -a.num, den: a.den });
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));
export const multiply = (a: Exact, b: Exact): Exact => ({ num: a.num * b.num, den: a.den * b.den });
/** a/b; a RangeError when b is zero: the caller knows what a missing base means. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.num === 0n) throw new RangeError('division by zero');
  const sign = b.num < 0n ? -1n : 1n;
  return { num: a.num * b.den * sign, den: a.den * b.num * sign };
}
export const sum = (values: readonly Exact[]): Exact => values.reduce(add, ZERO);

/** -1, 0 or 1 as a is less than, equal to or greater than b. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const [left, right] = [a.num * b.den, b.num * a.den];
  return left < right ? -1 : left > right ? 1 : 0;
}
/** The largest of the values; null of none. */
export const largest = (values: readonly Exact[]): Exact | null =>
  values.reduce<Exact | null>((best, x) => (best && compare(best, x) >= 0 ? best : x), null);
/** The smallest of the values; null of none. */
export const smallest = (values: readonly Exact[]): Exact | null =>
  values.reduce<Exact | null>((best, x) => (best && compare(best, x) <= 0 ? best : x), null);

/**
 * The square root of a value ≥ 0, cut (not rounded) after 30 decimals: enough that rounding it to a few digits is right
 * unless the root is a shorter decimal, and then it is exact.
 */
export function squareRoot(x: Exact): Exact {
  if (x.num < 0n) throw new RangeError('no square root of a negative number');
  const decimals = 10n ** 30n;
  const target = (x.num * decimals * decimals) / x.den;
  let root = BigInt(Math.floor(Math.sqrt(Number(target))));
  for (;;) {
    const next = root === 0n ? target : (root + target / root) / 2n;
    const step = next > root ? next - root : root - next;
    root = next;
    if (step <= 1n) break;
  }
  while (root * root > target) root -= 1n;
  while ((root + 1n) * (root + 1n) <= target) root += 1n;
  return { num: root, den: decimals };
}

/** All digits of a value that has finitely many decimals, without trailing zeros; null when it has not. */
export function printExact(x: Exact): string | null {
  let [num, den, digits] = [x.num < 0n ? -x.num : x.num, x.den, 0];
  for (let a = num, b = den; ; ) {
    if (b === 0n) {
      num /= a || 1n;
      den /= a || 1n;
      break;
    }
    [a, b] = [b, a % b];
  }
  while (den % 10n === 0n || den % 2n === 0n || den % 5n === 0n) {
    const by = den % 10n === 0n ? 10n : den % 2n === 0n ? 2n : 5n;
    den /= by;
    num *= 10n / by;
    digits += 1;
  }
  if (den !== 1n) return null;
  const text = num.toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const decimals = text.slice(text.length - digits).replace(/0+$/, '');
  return `${x.num < 0n ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`;
}
