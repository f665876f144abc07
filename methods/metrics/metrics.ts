import {
  compareDecimal,
  divide,
  exact,
  multiply,
  type Numeric,
  percentRound,
  ratioPercent,
  subtract,
} from '#standards/gb-t-8170';

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

/** Collection 收集率: VOC captured over VOC generated, %. */
export const vocCollectionRate = coverageRate;

/** Synchronous running 同步运行率: abatement hours while producing over production hours, %. */
export const vocSyncRate = coverageRate;

/** Removal 去除率: (Cin·Qin − Cout·Qout)/(Cin·Qin), %; C and Q in the same units on both sides; null without an inflow. */
export function vocRemovalRate(cIn: Numeric, qIn: Numeric, cOut: Numeric, qOut: Numeric): string | null {
  const entering = multiply(exact(cIn), exact(qIn));
  if (entering.num === 0n) return null;
  const leaving = multiply(exact(cOut), exact(qOut));
  return percentRound(divide(subtract(entering, leaving), entering), RATE_DECIMALS);
}
