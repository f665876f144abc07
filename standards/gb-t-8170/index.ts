/**
 * GB/T 8170 数值修约: how a figure is rounded, and what exact arithmetic stands under every other standard here.
 *
 * The rule: to the nearest; an exact half goes to the even neighbour; one step only, never twice (2.451 is 2.5, not
 * first 2.45 and then 2.4). Binary floating point cannot keep the rule (1.015 is not 1.015 there), so numbers arrive as
 * decimal strings and are computed as fractions of integers. A JavaScript number is accepted and stands for its shortest
 * decimal, so that 1.015 means 1.015. For whole tables of values there is a path on scaled safe integers (`scaled.ts`)
 * that gives the same digits.
 */
export {
  add,
  compare,
  divide,
  type Exact,
  exact,
  isNumeric,
  largest,
  multiply,
  type Numeric,
  negate,
  printExact,
  smallest,
  squareRoot,
  subtract,
  sum,
  ZERO,
} from './exact.ts';
export { compareDecimal, meanRound, percentRound, ratioPercent, roundExact, roundHalfEven } from './round.ts';
export { divideHalfEven, meanScaled, printScaled, toScaled } from './scaled.ts';
export { STANDARD } from './standard.table.ts';
