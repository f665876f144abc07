import { compareDecimal, isNumeric } from '#standards/gb-t-8170';

/** Lists that suites compare as sets, by the name of the field that holds them. */
const SETS = new Set(['primary', 'over100', 'missing', 'leading']);

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);

/**
 * Whether a result is what a suite expects: texts that are numbers compare numerically ('4.0' = '4' = 4), lists named
 * primary, over100, missing and leading as sets, everything else as it stands. Of a record, the expected fields count.
 */
export function agrees(expected: unknown, actual: unknown, name = ''): boolean {
  if (isNumeric(expected) && isNumeric(actual)) return compareDecimal(expected, actual) === 0;
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (!SETS.has(name)) return expected.length === actual.length && expected.every((x, i) => agrees(x, actual[i]));
    const within = (some: unknown[], all: unknown[]) => some.every((x) => all.some((y) => agrees(x, y)));
    return within(expected, actual) && within(actual, expected);
  }
  if (isRecord(expected) && isRecord(actual))
    return Object.entries(expected).every(([key, value]) => key in actual && agrees(value, actual[key], key));
  return Object.is(expected, actual);
}
