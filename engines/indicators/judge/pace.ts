import { daysBetween } from '#platform/clock';
import type { IndicatorState, MeasureRow } from '../wire.ts';
import type { Term } from './goal.ts';

const within = (share: number) => Math.min(1, Math.max(0, Math.round(share * 1000) / 1000));

/** The share of a term that has passed at the end of a day. */
export const passedShare = (term: Term, day: string): number =>
  within((daysBetween(term.start, day) + 1) / (daysBetween(term.start, term.due) + 1));

/**
 * How far along a measure is against how far it should be. A figure that counts up to a number has done value/number; one
 * that must fall has kept its pace as far as it stays below last year's: 1 = at or below it. Others have no countable pace.
 */
export function measurePace(states: readonly IndicatorState[], term: Term, asOf: string): MeasureRow['pace'] {
  const paces = states.flatMap((state) => {
    const pace = paceOf(state, term, asOf);
    return pace ? [pace] : [];
  });
  return paces.sort((a, b) => a.actual - a.expected - (b.actual - b.expected))[0] ?? null;
}

function paceOf(state: IndicatorState, term: Term, asOf: string): MeasureRow['pace'] {
  const { target, value } = state;
  if (value === null || !target?.value || Number(target.value) === 0) return null;
  if (!['>=', '>', 'about', '='].includes(target.operator) || state.better !== 'higher') return null;
  const asked = Number(target.value);
  const expected =
    target.expected === null
      ? target.pace === 'level'
        ? 1
        : passedShare(term, asOf)
      : within(Number(target.expected) / asked);
  return { actual: within(Number(value) / asked), expected };
}
