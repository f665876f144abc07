import { loadedUnits } from '#engines/district';
import { dutiesOfPlan } from '#engines/duties';
import { livingTableOf } from '#engines/indicators';
import { lastDayOfMonth } from '#platform/clock';
import type { ReportDeps, Reported } from './acts.ts';
import type { ReportFigure } from './wire.ts';

/**
 * The figures of a duty as they stood at a month's end: the district's, and the unit's or street's own where indicators
 * have them. They stay with the report as they were, with the edition by which they were computed.
 */
export async function figuresOfMonth(
  deps: ReportDeps,
  { year, measureId, unitId }: Pick<Reported, 'year' | 'measureId' | 'unitId'>,
  { month, part }: { month: string; part: string },
): Promise<ReportFigure[]> {
  const { db, districtCode } = deps;
  const asOf = lastDayOfMonth(month);
  const unit = (await loadedUnits(db, districtCode)).find(({ id }) => id === unitId);
  const scopes = [
    undefined,
    ...(unit ? [{ kind: 'unit' as const, code: unit.id, name: unit.name }] : []),
    ...(unit?.street ? [{ kind: 'street' as const, code: unit.street, name: unit.name }] : []),
  ];
  const duty = (await dutiesOfPlan(db, districtCode, year)).find(
    (one) => one.measure.id === measureId && one.part === part,
  );
  const only = new Set(duty?.indicators ?? []);
  const figures: ReportFigure[] = [];
  for (const scope of scopes) {
    const table = await livingTableOf(deps, { year, asOf, scope });
    const row = table.chapters
      .flatMap((chapter) => chapter.tasks.flatMap((task) => task.measures))
      .find(({ id }) => id === measureId);
    for (const state of row?.indicators ?? []) {
      if (only.size > 0 && !only.has(state.id)) continue;
      if (scope && state.value === null) continue;
      figures.push({
        indicatorId: state.id,
        title: state.title,
        scope: { kind: state.scope.kind, code: state.scope.code },
        value: state.value,
        unit: state.shownUnit,
        target: state.target?.text ?? null,
        judgement: state.judgement,
        edition: state.edition,
        asOf: state.asOf,
        evidence: state.evidence.count,
      });
    }
  }
  return figures;
}
