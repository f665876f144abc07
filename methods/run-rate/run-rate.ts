/** Fewer weeks than these say nothing about a spread. */
export const FEWEST_WEEKS = 6;
/** Half the width, in standard deviations, within which a normal variable lies four times of five. */
const FOUR_OF_FIVE = 1.2816;

export type RunRate = { readonly low: number; readonly mid: number; readonly high: number };

/**
 * @param soFar the sum that is there @param weeks what each whole week so far has brought @param left weeks to come, may be
 * a fraction
 * @returns null for fewer than six weeks; all three equal `soFar` when nothing is left
 */
export function runRate(soFar: number, weeks: readonly number[], left: number): RunRate | null {
  const n = weeks.length;
  if (n < FEWEST_WEEKS) return null;
  if (left <= 0) return { low: soFar, mid: soFar, high: soFar };
  const mean = weeks.reduce((sum, week) => sum + week, 0) / n;
  const variance = weeks.reduce((sum, week) => sum + (week - mean) ** 2, 0) / (n - 1);
  const spread = Math.sqrt(left * variance + (left * left * variance) / n);
  const mid = soFar + mean * left;
  return { low: Math.max(soFar, mid - FOUR_OF_FIVE * spread), mid, high: mid + FOUR_OF_FIVE * spread };
}
