import {
  compare,
  divide,
  type Exact,
  exact,
  multiply,
  type Numeric,
  roundExact,
  subtract,
  ZERO,
} from '#standards/gb-t-8170';
import { type DustfallSample, dustfall } from './dustfall.ts';
import { HJ1221 } from './limits.table.ts';
import { netGrams } from './sample.ts';
import { HJ1221_DEFAULTS, type Hj1221Settings, type Label, NO_SAND, SAND_WAYS, WITH_SAND } from './settings.table.ts';

/** What is known of the sand in a sampling time. */
export type SandOfMonth = {
  /** sand days inside the sampling time; null = the list of sand days is not there yet */
  readonly sandDays: Numeric | null;
  /** g that fell on the sand days, from dishes changed before and after; for 'drop-days' */
  readonly sandGrams?: Numeric | null;
  /** t/(km²·30 d) of the reference point in this time, and its usual value without sand; for 'reference-point' */
  readonly reference?: { readonly now: Numeric | null; readonly usual: Numeric | null };
};

export type NoDeduction =
  | 'sand-list-missing'
  | 'month-dropped'
  | 'sand-mass-missing'
  | 'no-days-left'
  | 'reference-missing';
/** Both figures of a month, each with its label; the deducted one may be absent, and then a reason stands for it. */
export type Deducted = {
  readonly withSand: { readonly value: string; readonly label: Label };
  readonly withoutSand:
    | { readonly value: string; readonly label: Label; readonly reason: null }
    | { readonly value: null; readonly label: Label; readonly reason: NoDeduction };
};

const printed = (x: Exact) => roundExact(x, HJ1221.decimals);

/** The exact figure without sand, or why there is none: one entry a way of `SAND_WAYS`. */
const WAYS: Record<Hj1221Settings['sandWay'], (sample: DustfallSample, sand: SandOfMonth) => Exact | NoDeduction> = {
  'drop-month': () => 'month-dropped',
  'drop-days': (sample, { sandDays, sandGrams }) => {
    if (sandGrams === undefined || sandGrams === null) return 'sand-mass-missing';
    const days = subtract(exact(sample.days), exact(sandDays ?? 0));
    if (compare(days, ZERO) <= 0) return 'no-days-left';
    const grams = subtract(netGrams(sample), exact(sandGrams));
    const exposure = multiply(exact(sample.areaSquareCentimetres), days);
    const scale = multiply(exact(HJ1221.standardDays), exact(HJ1221.squareCentimetresPerSquareMetre));
    return multiply(divide(grams, exposure), scale);
  },
  'reference-point': (sample, { reference }) => {
    if (!reference || reference.now === null || reference.usual === null) return 'reference-missing';
    const above = subtract(exact(reference.now), exact(reference.usual));
    return compare(above, ZERO) <= 0 ? dustfall(sample) : subtract(dustfall(sample), above);
  },
};

/**
 * A month's dustfall with and without sand, t/(km²·30 d). Deduction never makes a figure negative: zero stands for it.
 * Without the list of sand days there is no deducted figure (not one that equals the other).
 */
export function deductSand(sample: DustfallSample, sand: SandOfMonth, own: Partial<Hj1221Settings> = {}): Deducted {
  const { sandWay, leastSandDays } = { ...HJ1221_DEFAULTS, ...own };
  const value = printed(dustfall(sample));
  const withSand = { value, label: WITH_SAND };
  const label = SAND_WAYS[sandWay];
  if (sand.sandDays === null) return { withSand, withoutSand: { value: null, label, reason: 'sand-list-missing' } };
  if (compare(exact(sand.sandDays), exact(leastSandDays)) < 0)
    return { withSand, withoutSand: { value, label: NO_SAND, reason: null } };
  const left = WAYS[sandWay](sample, sand);
  if (typeof left === 'string') return { withSand, withoutSand: { value: null, label, reason: left } };
  const notNegative = compare(left, ZERO) < 0 ? ZERO : left;
  return { withSand, withoutSand: { value: printed(notNegative), label, reason: null } };
}
