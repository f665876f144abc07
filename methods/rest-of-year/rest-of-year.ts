/** Fewer pairs of months than these say nothing about a spread. */
export const FEWEST_MONTHS = 3;
const DAYS_OF_MONTH = 365.25 / 12;
/** Student's t within which four of five lie, by degrees of freedom from 1. */
const T80 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363];

/** The mean of a whole month and that of the same month a year before, both above nought. */
export type MonthPair = { readonly now: number; readonly before: number };
export type RestOfYear = { readonly low: number; readonly mid: number; readonly high: number };

/**
 * @param soFar sum and number of the days that count @param months whole months so far
 * @param rest mean of the year before over the days that are left, and how many they are
 * @returns null for fewer than three pairs; all three equal when no day is left
 */
export function restOfYear(
  soFar: { readonly sum: number; readonly days: number },
  months: readonly MonthPair[],
  rest: { readonly mean: number; readonly days: number },
): RestOfYear | null {
  const logs = months
    .filter(({ now, before }) => now > 0 && before > 0)
    .map(({ now, before }) => Math.log(now / before));
  const n = logs.length;
  if (n < FEWEST_MONTHS || soFar.days + rest.days <= 0) return null;
  const whole = (ratio: number) => (soFar.sum + rest.days * rest.mean * ratio) / (soFar.days + rest.days);
  if (rest.days <= 0) return { low: whole(0), mid: whole(0), high: whole(0) };
  const centre = logs.reduce((sum, one) => sum + one, 0) / n;
  const variance = logs.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (n - 1);
  const left = Math.max(rest.days / DAYS_OF_MONTH, 0.5);
  const half = T80[Math.min(n - 1, T80.length) - 1]! * Math.sqrt(variance * (1 / left + 1 / n));
  return { low: whole(Math.exp(centre - half)), mid: whole(Math.exp(centre)), high: whole(Math.exp(centre + half)) };
}
