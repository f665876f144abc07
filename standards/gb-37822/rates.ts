import {
  compare,
  divide,
  type Exact,
  exact,
  isNumeric,
  multiply,
  type Numeric,
  percentRound,
  ratioPercent,
  subtract,
  sum,
} from '#standards/gb-t-8170';
import { RATE_DECIMALS, type RateSettings } from './requirements.table.ts';

/** A rate of the three 三率. `share` is exact (1 = 100 %), `percent` its print with 1 decimal. */
export type Rate = {
  readonly share: Exact | null;
  readonly percent: string | null;
  /**
   * null: plain · missing: an input is not known · no-base: nothing generated, produced or entering, so no rate ·
   * implausible: outside 0–100 %, kept and shown, never cut to fit
   */
  readonly reason: null | 'missing' | 'no-base' | 'implausible';
};
const none = (reason: 'missing' | 'no-base'): Rate => ({ share: null, percent: null, reason });
const ONE: Exact = { num: 1n, den: 1n };

function rateOf(part: Exact, whole: Exact): Rate {
  if (whole.num <= 0n) return none('no-base');
  const share = divide(part, whole);
  const plain = share.num >= 0n && compare(share, ONE) <= 0;
  return { share, percent: percentRound(share, RATE_DECIMALS), reason: plain ? null : 'implausible' };
}
const known = (x: Numeric | null): x is Numeric => x !== null && isNumeric(x);

/** Collection 收集率: VOC captured of VOC generated, both in one unit of mass. */
export const collectionRate = (captured: Numeric | null, generated: Numeric | null): Rate =>
  known(captured) && known(generated) ? rateOf(exact(captured), exact(generated)) : none('missing');

export type Load = {
  /** mg/m³ */
  readonly concentration: Numeric | null;
  /** m³/h in the same state of the gas on both sides */
  readonly flow: Numeric | null;
};
const massOf = ({ concentration, flow }: Load): Exact | null =>
  known(concentration) && known(flow) ? multiply(exact(concentration), exact(flow)) : null;

/** Removal 去除率 of one measurement: (Cin·Qin − Cout·Qout)/(Cin·Qin). */
export function removalRate(entering: Load, leaving: Load): Rate {
  const [massIn, massOut] = [massOf(entering), massOf(leaving)];
  return massIn && massOut ? rateOf(subtract(massIn, massOut), massIn) : none('missing');
}

/**
 * Removal over a period: masses are summed over the hours that have both sides, then divided once (a mean of hourly rates
 * would weigh an idle hour like a busy one). Too few such hours: no rate.
 */
export function removalOver(
  hours: readonly { readonly entering: Load; readonly leaving: Load }[],
  settings: RateSettings,
): Rate & { readonly paired: number; readonly hours: number } {
  const pairs = hours.flatMap(({ entering, leaving }) => {
    const [massIn, massOut] = [massOf(entering), massOf(leaving)];
    return massIn && massOut ? [{ massIn, massOut }] : [];
  });
  const counts = { paired: pairs.length, hours: hours.length };
  if (pairs.length === 0 || pairs.length * 100 < settings.leastPairedPercent * hours.length)
    return { ...none('missing'), ...counts };
  const massIn = sum(pairs.map((pair) => pair.massIn));
  return { ...rateOf(subtract(massIn, sum(pairs.map((pair) => pair.massOut))), massIn), ...counts };
}

/** From (included) until (not included), ms since 1970 UTC; any order, overlaps count once. */
export type Interval = { readonly from: number; readonly until: number };
function merged(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, until }) => until > from).sort((a, b) => a.from - b.from);
  const result: Interval[] = [];
  for (const next of sorted) {
    const last = result.at(-1);
    if (last && next.from <= last.until)
      result[result.length - 1] = { ...last, until: Math.max(last.until, next.until) };
    else result.push(next);
  }
  return result;
}
const lengthOf = (intervals: readonly Interval[]) =>
  merged(intervals).reduce((n, { from, until }) => n + until - from, 0);
const overlap = (a: readonly Interval[], b: readonly Interval[]): number =>
  lengthOf(
    merged(a).flatMap((x) =>
      merged(b).map((y) => ({ from: Math.max(x.from, y.from), until: Math.min(x.until, y.until) })),
    ),
  );

/**
 * Synchronous running 同步运行率: the time of production during which the abatement ran.
 * @param unknown times of which nobody knows whether the abatement ran; while they lie in production there is no rate but
 *   the bounds between which it lies
 */
export function synchronousRunning(
  production: readonly Interval[],
  treatment: readonly Interval[],
  unknown: readonly Interval[] = [],
): Rate & { readonly atLeast: Exact | null; readonly atMost: Exact | null } {
  const whole = exact(lengthOf(production));
  if (whole.num === 0n) return { ...none('no-base'), atLeast: null, atMost: null };
  const atLeast = divide(exact(overlap(production, treatment)), whole);
  const atMost = divide(exact(overlap(production, [...treatment, ...unknown])), whole);
  return { ...(compare(atLeast, atMost) === 0 ? rateOf(atLeast, ONE) : none('missing')), atLeast, atMost };
}

/** Hours already summed: treatment hours while producing of production hours, %; null without production. */
export const synchronousRate = (whileProducing: Numeric, production: Numeric): string | null =>
  ratioPercent(whileProducing, production, RATE_DECIMALS);

/** The sum of NMHC rates of the stacks of one workshop, kg/h; what is missing is counted, never taken for zero. */
export function initialRate(stacks: readonly (Numeric | null)[]): {
  readonly atLeast: Exact;
  readonly missing: number;
} {
  const given = stacks.filter(known);
  return { atLeast: sum(given.map(exact)), missing: stacks.length - given.length };
}
