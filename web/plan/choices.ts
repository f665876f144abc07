import type { LivingTable } from '#app/api';
import { measuresOf } from './filter.ts';

/** Units that carry something in this table: those named in it, then the members of its collectives. */
export function unitChoices(table: LivingTable): { named: UnitChoice[]; members: UnitChoice[] } {
  const named = new Map<string, UnitChoice>();
  const members = new Map<string, UnitChoice>();
  const count = (map: Map<string, UnitChoice>, value: string, name: string) => {
    const before = map.get(value);
    map.set(value, { value, name, measures: (before?.measures ?? 0) + 1 });
  };
  for (const measure of measuresOf(table.chapters)) {
    const seen = new Set<string>();
    for (const duty of measure.duties) {
      const value = duty.unitId ?? duty.name;
      if (!seen.has(value)) count(named, value, duty.name);
      seen.add(value);
      for (const member of duty.members ?? []) {
        if (!seen.has(member.unitId)) count(members, member.unitId, member.name);
        seen.add(member.unitId);
      }
    }
  }
  for (const [value, own] of named) {
    const also = members.get(value);
    if (also) named.set(value, { ...own, measures: own.measures + also.measures });
    members.delete(value);
  }
  const byMeasures = (a: UnitChoice, b: UnitChoice) => b.measures - a.measures;
  return { named: [...named.values()].sort(byMeasures), members: [...members.values()] };
}

export type UnitChoice = { value: string; name: string; measures: number };
