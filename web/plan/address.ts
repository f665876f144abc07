import type { Deadline, Lamp } from '#app/api';
import { DEADLINE_KINDS, LAMPS, type PlanFilter } from './filter.ts';
import type { PlanSearch } from './search.ts';

const list = (value: string | undefined): string[] => (value ?? '').split(',').filter(Boolean);

/** Address → filter. */
export function filterOf(search: PlanSearch): PlanFilter {
  return {
    chapters: list(search.chapter).map(Number).filter(Number.isInteger),
    unit: search.unit ?? null,
    role: search.role === 'lead' || search.role === 'support' ? search.role : null,
    street: search.street ?? null,
    lamps: list(search.lamp).filter((l): l is Lamp => (LAMPS as readonly string[]).includes(l)),
    deadlines: list(search.deadline).filter((d): d is Deadline['kind'] =>
      (DEADLINE_KINDS as readonly string[]).includes(d),
    ),
    words: search.q ?? '',
  };
}

/** Filter → the part of the address it stands in. */
export function addressOf(filter: Partial<PlanFilter>): Partial<PlanSearch> {
  const joined = (values: readonly (string | number)[]) => (values.length === 0 ? undefined : values.join(','));
  const out: Partial<PlanSearch> = {};
  if ('chapters' in filter) out.chapter = joined(filter.chapters ?? []);
  if ('unit' in filter) out.unit = filter.unit ?? undefined;
  if ('role' in filter) out.role = filter.role ?? undefined;
  if ('street' in filter) out.street = filter.street ?? undefined;
  if ('lamps' in filter) out.lamp = joined(filter.lamps ?? []);
  if ('deadlines' in filter) out.deadline = joined(filter.deadlines ?? []);
  if ('words' in filter) out.q = filter.words || undefined;
  return out;
}
