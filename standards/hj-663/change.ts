import { divide, exact, type Numeric, percentRound, roundExact, subtract } from '#standards/gb-t-8170';
import { MULTIPLE_DECIMALS, RATE_DECIMALS } from './settings.table.ts';

export type Change =
  | { readonly rate: string; readonly reason: null }
  | { readonly rate: null; readonly reason: 'no-value' | 'no-base' | 'zero-base' };

/**
 * (current − previous)/previous · 100, as bulletins print it: from the printed figures of both periods, 1 decimal.
 * @returns '-9.1', '0.0', …; no rate without a base or on a base of zero
 */
export function changeRate(current: Numeric | null, previous: Numeric | null, digits: number = RATE_DECIMALS): Change {
  if (current === null) return { rate: null, reason: 'no-value' };
  if (previous === null) return { rate: null, reason: 'no-base' };
  const base = exact(previous);
  if (base.num === 0n) return { rate: null, reason: 'zero-base' };
  return { rate: percentRound(divide(subtract(exact(current), base), base), digits), reason: null };
}

/** Exceed multiple (C−S)/S, 2 decimals; at or below zero the value is within the limit (HJ 663-2013 cl. 4.2). */
export const exceedMultiple = (c: Numeric, limit: Numeric): string =>
  roundExact(divide(subtract(exact(c), exact(limit)), exact(limit)), MULTIPLE_DECIMALS);
