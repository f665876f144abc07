import { loadedUnits } from '#engines/district';
import { type AdoptedMeasure, adoptedPlan } from '#engines/plan';
import type { Actor } from '#platform/permissions';
import { Refusal, type Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';

export const MAY_REPORT = 'measure.report';

export type ReportedMeasure = {
  measure: AdoptedMeasure;
  units: { id: string; name: Sentence; street: string | null }[];
};

/**
 * A measure of the plan as last adopted with the units that it makes responsible, collectives by their members.
 * @throws Refusal not_found
 */
export async function reportedMeasure(
  db: Db,
  districtCode: string,
  year: number,
  measureId: string,
): Promise<ReportedMeasure> {
  const plan = await adoptedPlan(db, districtCode, year);
  const measure = plan.chapters
    .flatMap((chapter) => chapter.tasks.flatMap((task) => task.measures))
    .find(({ id }) => id === measureId);
  if (!measure)
    throw new Refusal('not_found', {
      zh: `${year}年的行动计划没有措施${measureId}，请从计划表中选择。`,
      en: `The plan of ${year} has no measure ${measureId}; choose one from its table.`,
    });
  const named = new Set(
    measure.duties.flatMap(({ unitId, members }) =>
      members?.length ? members.map((member) => member.unitId) : unitId ? [unitId] : [],
    ),
  );
  const units = (await loadedUnits(db, districtCode)).filter(({ id }) => named.has(id));
  return { measure, units };
}

/** Which of the responsible units a person may speak for, and whether for the air office. */
export function speaksFor(actor: Actor, { units }: ReportedMeasure) {
  return {
    units: units.filter(({ id, street }) =>
      actor.may(MAY_REPORT, { unitIds: [id], streetCodes: street ? [street] : [] }),
    ),
    office: actor.may(MAY_REPORT),
  };
}
