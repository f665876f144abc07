import { compare, compareDecimal, exact, multiply, type Numeric, negate, subtract } from '#standards/gb-t-8170';
import type { ComparabilityLine, NoLine } from './line.ts';
import type { Requirement } from './requirements.table.ts';

type Aspect = 'slope' | 'intercept' | 'correlation' | 'error';
export type ComparabilityVerdict =
  | { readonly passes: boolean; readonly fails: readonly Aspect[]; readonly reason: null }
  | { readonly passes: null; readonly fails: readonly []; readonly reason: NoLine['reason'] };

function within(x: Numeric, { about, tolerance }: { readonly about: string; readonly tolerance: string }): boolean {
  const away = subtract(exact(x), exact(about));
  return compare(away.num < 0n ? negate(away) : away, exact(tolerance)) <= 0;
}

/** Holds the printed figures of a line against a requirement; ends included, a negative correlation never passes. */
export function judgeComparability(line: ComparabilityLine | NoLine, requirement: Requirement): ComparabilityVerdict {
  if (line.reason !== null) return { passes: null, fails: [], reason: line.reason };
  const { slope, intercept, leastR, leastRSquared, mostRmse, mostNrmsePercent } = requirement;
  const fails: Aspect[] = [];
  if (slope && !within(line.slope, slope)) fails.push('slope');
  if (intercept && !within(line.intercept, intercept)) fails.push('intercept');
  const square = multiply(exact(line.r), exact(line.r));
  const positive = compareDecimal(line.r, 0) > 0;
  if (leastR && compareDecimal(line.r, leastR) < 0) fails.push('correlation');
  else if (leastRSquared && !(positive && compare(square, exact(leastRSquared)) >= 0)) fails.push('correlation');
  if (mostRmse && mostNrmsePercent) {
    const small = compareDecimal(line.rmse, mostRmse) <= 0;
    const relative = line.nrmsePercent !== null && compareDecimal(line.nrmsePercent, mostNrmsePercent) <= 0;
    if (!small && !relative) fails.push('error');
  }
  return { passes: fails.length === 0, fails, reason: null };
}
