import {
  compareDecimal,
  divide,
  type Exact,
  exact,
  meanRound,
  multiply,
  type Numeric,
  roundHalfEven,
  subtract,
} from '#standards/gb-t-8170';
import { HJ1221 } from './limits.table.ts';

export type DustfallSample = {
  /** g, dish with residue */
  readonly w1: Numeric;
  /** g, dish */
  readonly w0: Numeric;
  /** g, blank of the glycol */
  readonly wc: Numeric;
  /** cm², mouth of the dish, not zero */
  readonly areaSquareCentimetres: Numeric;
  /** sampling time in days to 0.1, not zero */
  readonly days: Numeric;
};

/** (W1 − W0 − Wc)/(S·n)·30·10⁴ in t/(km²·30 d), exact and unrounded; print it with one decimal. */
export function dustfall({ w1, w0, wc, areaSquareCentimetres, days }: DustfallSample): Exact {
  const mass = subtract(subtract(exact(w1), exact(w0)), exact(wc));
  const exposure = multiply(exact(areaSquareCentimetres), exact(days));
  return multiply(
    divide(mass, exposure),
    multiply(exact(HJ1221.standardDays), exact(HJ1221.squareCentimetresPerSquareMetre)),
  );
}

/** 't/km2', 'g/m2', with a time 't/(km2·30d)', 'g/(m2·d)', 't/(km2·month28)' (a calendar month of 28 days). */
const UNIT = /^(?:t\/\(?km|g\/\(?m)[2²](?:·(?:(\d*)d|month(\d+))\))?$/;

/** Days that a unit counts by; null when it has no time. */
function daysOf(unit: string): Exact | null {
  const match = UNIT.exec(unit);
  if (!match || unit.includes('(') !== unit.includes(')')) throw new RangeError(`not a unit of dustfall: ${unit}`);
  const days = match[2] ?? (match[1] === '' ? '1' : match[1]);
  return days === undefined ? null : exact(days);
}

/** A dustfall in another unit, exact. Amount and rate do not convert into each other: that takes a sampling time. */
export function convertDustfall(x: Numeric, from: string, to: string): Exact {
  const [had, wanted] = [daysOf(from), daysOf(to)];
  if ((had === null) !== (wanted === null)) throw new RangeError(`${from} and ${to} differ by a sampling time`);
  return had && wanted ? divide(multiply(exact(x), wanted), had) : exact(x);
}

/** The mean of points or months, one decimal; null of none. */
export const dustfallMean = (values: readonly Numeric[]): string | null => meanRound(values, HJ1221.decimals);

/** A value on paper: below the detection limit it is printed as '<0.3'. */
export function dustfallReport(value: Numeric) {
  const belowDetection = compareDecimal(value, HJ1221.detection) < 0;
  return {
    text: belowDetection ? `<${HJ1221.detection}` : roundHalfEven(value, HJ1221.decimals),
    belowDetection,
    belowQuantification: compareDecimal(value, HJ1221.quantification) < 0,
  };
}

/** Whether a printed value keeps within a ceiling; equal to it does. */
export const targetMet = (value: Numeric, target: Numeric): boolean => compareDecimal(value, target) <= 0;
