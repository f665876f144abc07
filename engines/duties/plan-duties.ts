import { loadedUnits } from '#engines/district';
import { type AdoptedMeasure, adoptedPlan } from '#engines/plan';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { Criterion } from './file.ts';
import { type PartRow, partsOf } from './store.ts';

/** One thing that a plan makes units owe: a measure, or a part of it that has owners of its own. */
export type PlanDuty = {
  year: number;
  measure: AdoptedMeasure;
  /** '' is the whole measure */
  part: string;
  words: string;
  /** the figures that judge this part; empty: all of the measure's */
  indicators: readonly string[];
  /** who owes it; `named` is false for members of a collective */
  units: readonly { id: string; name: Sentence; street: string | null; named: boolean }[];
};

type Named = { id: string; named: boolean };

/**
 * Everything that the plan of a year, as last adopted, makes units owe, in the order of its table.
 * @throws Refusal not_found: no such plan
 */
export async function dutiesOfPlan(db: Db, districtCode: string, year: number): Promise<PlanDuty[]> {
  const [plan, parts, units] = await Promise.all([
    adoptedPlan(db, districtCode, year),
    partsOf(db, districtCode),
    loadedUnits(db, districtCode),
  ]);
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const resolved = (list: readonly Named[]) => {
    const first = list.filter(({ id }, i) => list.findIndex((one) => one.id === id) === i);
    return first.flatMap(({ id, named }) => {
      const unit = known.get(id);
      return unit ? [{ id, name: unit.name, street: unit.street, named }] : [];
    });
  };
  return plan.chapters
    .flatMap((chapter) => chapter.tasks.flatMap((task) => task.measures))
    .flatMap((measure): PlanDuty[] => {
      const cut = parts.get(measure.lineage);
      if (!cut?.length)
        return [{ year, measure, part: '', words: measure.text, indicators: [], units: resolved(leadsOf(measure)) }];
      return cut.map((part) => ({
        year,
        measure,
        part: part.part,
        words: part.quote,
        indicators: part.indicators,
        units: resolved(ownersOf(measure, part)),
      }));
    });
}

function leadsOf(measure: AdoptedMeasure): Named[] {
  return measure.duties
    .filter(({ role }) => role !== 'support')
    .flatMap(({ unitId, members }): Named[] =>
      members?.length
        ? members.map((member) => ({ id: member.unitId, named: false }))
        : unitId
          ? [{ id: unitId, named: true }]
          : [],
    );
}

/** A collective that owns a part is its members as the plan expanded it. */
function ownersOf(measure: AdoptedMeasure, { units }: PartRow): Named[] {
  return units.flatMap((id): Named[] => {
    const members = measure.duties.find((duty) => duty.unitId === id)?.members;
    return members?.length ? members.map(({ unitId }) => ({ id: unitId, named: false })) : [{ id, named: true }];
  });
}

/** The written criteria of a measure, from all of its parts; none: its targets are the criteria. */
export async function criteriaOf(db: Db, districtCode: string, lineage: string): Promise<Criterion[]> {
  return ((await partsOf(db, districtCode)).get(lineage) ?? []).flatMap(({ criteria }) => criteria);
}
