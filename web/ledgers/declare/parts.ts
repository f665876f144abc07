import type { Column, Part } from './draft.ts';

type Is = Part['is'];
const DATES: ReadonlySet<string> = new Set(['date', 'month', 'time']);
const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal']);

/** What can be asked of a column; what a rule asks already stays on offer. */
export function asked(column: Column | undefined, already?: Is): Is[] {
  const offered = offeredOf(column?.type ?? '');
  return already && !offered.includes(already) ? [...offered, already] : offered;
}

function offeredOf(type: string): Is[] {
  if (DATES.has(type)) return ['given', 'empty', 'before', 'after', 'equal', 'not_equal'];
  if (NUMBERS.has(type)) return ['less', 'more', 'equal', 'not_equal', 'given', 'empty'];
  if (type === 'choice') return ['equal', 'not_equal', 'one_of', 'given', 'empty'];
  if (type === 'choices') return ['given', 'empty'];
  return ['equal', 'not_equal', 'one_of', 'given', 'empty'];
}

export const takesValue = (is: Is): boolean => is !== 'empty' && is !== 'given';

/** Several choices have no order and no equal. */
export const comparable = ({ type }: Column): boolean => type !== 'choices';

/** Whether the values of two columns can be held against each other. */
export const sameGroup = (one: Column, other: Column): boolean =>
  one.type === other.type || (NUMBERS.has(one.type) && NUMBERS.has(other.type));

/** The part with another question; its value stays where the new question takes one like it. */
export function withAsked(part: Part, is: Is): Part {
  const { column, than, of } = part;
  if (!takesValue(is)) return { column, is };
  if (is === 'one_of') return { column, is, of: of ?? (typeof than === 'string' && than !== '' ? [than] : []) };
  const value = than ?? of?.[0];
  return value === undefined ? { column, is } : { column, is, than: value };
}
