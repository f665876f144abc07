import type { Deadline, MeasureCore, Target } from '#engines/plan';
import { lastDayOfMonth } from '#platform/clock';
import { exact, multiply, printExact } from '#standards/gb-t-8170';
import type { IndicatorDefinition, IndicatorScope } from '../definition.ts';
import type { Bound } from '../store.ts';
import type { TargetInForce } from '../targets/in-force.ts';

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
  /** how it has to get there */
  readonly pace: Pace;
  /** what assigned the figure, where a letter did */
  readonly letter: string | null;
  /** whether each street or unit has to reach the figure, or all of them together */
  readonly each: boolean;
};

/**
 * How a figure has to get to its target: `level`: it has to be there at any time; `line`: in a straight line from where it
 * stood when the term began, or by the quantities planned for January to December.
 */
export type Pace = { readonly kind: 'level' | 'line'; readonly months: readonly string[] | null };

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
 * What a measure asks of an indicator: the first of its own targets that names the indicator, else what the binding says;
 * a figure that the city assigns is that of the letter in force.
 * @returns null when neither asks anything
 */
export function goalOf(
  measure: MeasureCore,
  definition: IndicatorDefinition,
  bound: Bound,
  inForce?: TargetInForce,
): Goal | null {
  const own = measure.targets.find((target) => named(target, definition));
  const asked = own ?? bound.target;
  if (!asked) return null;
  const months = inForce?.months ?? bound.pace?.months ?? null;
  const kind = months || bound.pace?.kind === 'line' || definition.kind === 'count' ? 'line' : 'level';
  const goal: Goal = {
    operator: asked.operator as Goal['operator'],
    ...inUnitOf(definition, asked),
    soft: own?.soft ?? null,
    quote: own?.quote ?? null,
    pace: { kind: bound.pace?.kind ?? kind, months },
    letter: null,
    each: !adds(definition) || /各(?![区县])|每/.test(own?.scope ?? ''),
  };
  if (goal.operator !== 'assigned' || !inForce?.value) return goal;
  const operator = definition.better === 'higher' ? '>=' : '<=';
  return { ...goal, operator, value: inForce.value, unit: inForce.unit ?? definition.unit, letter: inForce.letter };
}

/** Whether the figures of the streets add up to the district's, so that a figure asked of the district is none of theirs. */
const adds = ({ how }: IndicatorDefinition) =>
  how !== undefined && (how.verb === 'count' || how.verb === 'sum' || how.verb === 'balance');

/** Whether a figure is asked of the district as a whole and this scope is a part of it: nothing of nought is nought anywhere. */
export const isShared = ({ each, value }: Goal, scope: IndicatorScope): boolean =>
  scope.kind !== 'district' && !each && value !== null && Number(value) !== 0;

/** 3.4 万辆次 of an indicator that counts 辆次 are 34000. */
function inUnitOf(
  { unit }: IndicatorDefinition,
  { value, unit: given }: { value: string | null; unit: string | null },
) {
  if (value === null || given === unit || given !== `万${unit}`) return { value, unit: given };
  return { value: printExact(multiply(exact(value), exact(10_000))) ?? value, unit };
}
