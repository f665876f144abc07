import type { Deadline, MeasureCore, Target } from '#engines/plan';
import { lastDayOfMonth } from '#platform/clock';
import type { IndicatorDefinition } from '../definition.ts';
import type { BoundTarget } from '../store.ts';

/** From when to when something is asked, both days included. */
export type Term = { readonly start: string; readonly due: string; readonly seasonal: boolean };

/** What is asked of an indicator. */
export type Goal = {
  readonly operator: Target['operator'];
  /** decimal; null for increase, decrease and what the city assigns */
  readonly value: string | null;
  readonly unit: string | null;
  /** the word that makes it soft, e.g. 力争 */
  readonly soft: string | null;
  /** the plan's own words, where they name it */
  readonly quote: string | null;
};

const twoDigits = (month: number) => String(month).padStart(2, '0');

/** The term of a measure in its plan's year; what is long-term or recurring is judged by the year. */
export function termOf(deadline: Deadline, year: number): Term {
  const months = deadline.kind === 'season' ? (deadline.months ?? []) : [];
  const [first, last] = [months[0], months.at(-1)];
  if (first !== undefined && last !== undefined) {
    // a season like 11–3月 ends in the next year: within the plan's year it runs to its end
    const end = last >= first ? last : 12;
    return {
      start: `${year}-${twoDigits(first)}-01`,
      due: lastDayOfMonth(`${year}-${twoDigits(end)}`),
      seasonal: true,
    };
  }
  return { start: `${year}-01-01`, due: deadline.date ?? `${year}-12-31`, seasonal: false };
}

const named = (target: Target, { words }: IndicatorDefinition) =>
  words.some((word) => target.what.includes(word) || (target.what === '' && target.quote.includes(word)));

/**
 * What a measure asks of an indicator: the first of its own targets that names the indicator, else what the binding says.
 * @returns null when neither asks anything
 */
export function goalOf(measure: MeasureCore, definition: IndicatorDefinition, bound: BoundTarget | null): Goal | null {
  const own = measure.targets.find((target) => named(target, definition));
  if (own) return { operator: own.operator, value: own.value, unit: own.unit, soft: own.soft, quote: own.quote };
  if (!bound) return null;
  return {
    operator: bound.operator as Goal['operator'],
    value: bound.value,
    unit: bound.unit,
    soft: null,
    quote: null,
  };
}
