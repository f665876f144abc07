import type { Condition } from '../definition.ts';
import type { Value } from './kinds.ts';

type Values = Readonly<Record<string, Value>>;

/** Whether a condition holds. A part that speaks of an empty column holds only where it asks for emptiness. */
export function holds(condition: Condition, values: Values): boolean {
  return condition.every(({ column, is, than, of }) => {
    const value = values[column] ?? null;
    if (is === 'empty') return isEmpty(value);
    if (isEmpty(value)) return false;
    if (is === 'given') return true;
    if (is === 'one_of') return (of ?? []).includes(String(value));
    const other = than !== null && typeof than === 'object' ? (values[than.column] ?? null) : (than ?? null);
    if (isEmpty(other)) return false;
    if (is === 'equal') return String(value) === String(other);
    if (is === 'not_equal') return String(value) !== String(other);
    if (is === 'less') return Number(value) < Number(other);
    if (is === 'more') return Number(value) > Number(other);
    // dates and months are texts in the order of time
    return is === 'before' ? String(value) < String(other) : String(value) > String(other);
  });
}

export const isEmpty = (value: Value | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
