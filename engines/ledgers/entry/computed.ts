import { holds, isEmpty } from '../columns/condition.ts';
import type { Value } from '../columns/kinds.ts';
import type { LedgerDefinition } from '../definition.ts';

export type Computed = { values: Record<string, Value>; missing: string[]; contradictions: string[] };

/** What a ledger's rules say of what was written: the derived columns, what is missing, what cannot both be true. */
export function computedOf(
  definition: LedgerDefinition,
  written: Readonly<Record<string, Value>>,
  placed: boolean,
): Computed {
  const { columns, derive, complete = [], contradictions = [] } = definition;
  const values: Record<string, Value> = { ...written };
  for (const { id, derived } of columns) if (derived) delete values[id];
  for (const [id, value] of Object.entries(derive?.(values) ?? {}))
    if (value !== undefined && !isEmpty(value)) values[id] = value;
  return {
    values,
    missing: complete.filter((id) => (id === 'place' ? !placed : isEmpty(values[id]))),
    contradictions: contradictions.flatMap(({ id, when }) => (holds(when, values) ? [id] : [])),
  };
}
