import { compare, divide, exact, multiply, type Numeric, roundExact, subtract, sum, ZERO } from '#standards/gb-t-8170';
import { dustfallMean, targetMet } from './dustfall.ts';
import { HJ1221 } from './limits.table.ts';

const MONTHS = 12;

/** A month's figure; `dropped` = left out on purpose (sand), null otherwise = missing. */
export type MonthDustfall = { readonly month: number; readonly value: Numeric | null; readonly dropped?: boolean };
export type DustfallYear = {
  /** mean of the months that have a figure, one decimal; null of none */
  readonly mean: string | null;
  /** whether the printed mean keeps within the target; null without a mean */
  readonly met: boolean | null;
  readonly counted: number;
  readonly missing: readonly number[];
  readonly dropped: readonly number[];
  /** months still to come */
  readonly remaining: number;
  /**
   * What each of the remaining months may bring on average so that the year keeps within the target, cut (not rounded)
   * to one decimal; null when none remain or even nothing would not do
   */
  readonly remainingMayBring: string | null;
  readonly outOfReach: boolean;
};

/**
 * The year up to a month against a target in the same unit. Months weigh alike.
 * @param until the last month that is over, 0 before the first
 */
export function dustfallYear(months: readonly MonthDustfall[], until: number, target: Numeric): DustfallYear {
  const at = (month: number) => months.find((one) => one.month === month);
  const over = Array.from({ length: until }, (_, i) => i + 1);
  const values = over.flatMap((month) => {
    const one = at(month);
    return one && !one.dropped && one.value !== null ? [one.value] : [];
  });
  const dropped = over.filter((month) => at(month)?.dropped);
  const remaining = MONTHS - until;
  const budget = multiply(exact(target), exact(values.length + remaining));
  const left = subtract(budget, sum(values.map(exact)));
  const outOfReach = compare(left, ZERO) < 0;
  const mean = dustfallMean(values);
  return {
    mean,
    met: mean === null ? null : targetMet(mean, target),
    counted: values.length,
    missing: over.filter((month) => !dropped.includes(month) && (at(month)?.value ?? null) === null),
    dropped,
    remaining,
    remainingMayBring: remaining === 0 || outOfReach ? null : cut(divide(left, exact(remaining))),
    outOfReach,
  };
}

/** Cut after one decimal, so that what is allowed is never printed larger than it is. */
function cut(x: { readonly num: bigint; readonly den: bigint }): string {
  const tenths = (x.num * 10n ** BigInt(HJ1221.decimals)) / x.den;
  return roundExact({ num: tenths, den: 10n ** BigInt(HJ1221.decimals) }, HJ1221.decimals);
}
