import type { Deadline, Target } from '#app/api';

/** A field's value as names of units; anything else is none. */
export const asNames = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const NO_DEADLINE: Deadline = { kind: 'other', raw: '', date: null, months: null };

/** A field's value as a deadline; what a part lacks is filled with nothing. */
export const asDeadline = (value: unknown): Deadline =>
  value && typeof value === 'object' && 'kind' in value ? { ...NO_DEADLINE, ...(value as Deadline) } : NO_DEADLINE;

export const asTargets = (value: unknown): Target[] => (Array.isArray(value) ? (value as Target[]) : []);

export const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** An empty target to begin with. */
export const newTarget = (no: number): Target => ({
  no,
  what: '',
  operator: '>=',
  value: null,
  unit: null,
  scope: null,
  period: null,
  soft: null,
  quote: '',
  at: null,
  confidence: 1,
});

/** Operators that state a direction or a duty, and no figure. */
export const WITHOUT_FIGURE: readonly Target['operator'][] = ['increase', 'decrease', 'assigned'];
