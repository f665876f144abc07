import { compareDecimal, type Numeric, ratioPercent } from '#standards/gb-t-8170';

const RATE_DECIMALS = 1;
const ALL = '100';

/** done/base, %; null on a base of zero. */
export const coverageRate = (done: Numeric, base: Numeric): string | null => ratioPercent(done, base, RATE_DECIMALS);

const COMPARISONS = {
  '>=': (order: number) => order >= 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '<': (order: number) => order < 0,
  '=': (order: number) => order === 0,
} as const;
export type Comparison = keyof typeof COMPARISONS;

/** Whether a count meets its target, e.g. (34000, 34000, '>='). */
export const countTargetMet = (done: Numeric, target: Numeric, comparison: Comparison): boolean =>
  COMPARISONS[comparison](compareDecimal(done, target));

/** The monthly inspection rate of listed sites and whether it reaches 100 %; no listed site, no verdict. */
export function monthlySiteInspection(
  inspected: Numeric,
  listed: Numeric,
): { rate: string | null; met: boolean | null } {
  const rate = coverageRate(inspected, listed);
  return { rate, met: rate === null ? null : compareDecimal(inspected, listed) >= 0 && compareDecimal(rate, ALL) >= 0 };
}
