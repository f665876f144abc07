import { adoptedPlan, measureHistory } from '#engines/plan';
import { Refusal } from '#platform/refusal';
import { basisOf, measureRowOf, type TableDeps, type TableQuestion } from './living-table.ts';
import { valuesOfYear } from './store.ts';
import type { IndicatorState, MeasureDetail } from './wire.ts';

/**
 * One measure with everything behind it: indicators with the year's course, every wording it had, its neighbours.
 * @throws Refusal not_found
 */
export async function measureDetailOf(
  deps: TableDeps,
  question: TableQuestion & { id: string },
): Promise<MeasureDetail> {
  const plan = await adoptedPlan(deps.db, deps.districtCode, question.year, question.versionNo);
  const places = plan.chapters.flatMap((chapter) =>
    chapter.tasks.flatMap((task) => task.measures.map((measure) => ({ chapter, task, measure }))),
  );
  const at = places.findIndex(({ measure }) => measure.id === question.id);
  const place = places[at];
  if (!place)
    throw new Refusal('not_found', {
      zh: `${question.year}年的行动计划没有措施${question.id}，请从计划表中选择。`,
      en: `The plan of ${question.year} has no measure ${question.id}; choose one from its table.`,
    });
  const basis = await basisOf(deps, plan.versionId, question);
  const row = measureRowOf(place.measure, basis);
  const [series, history] = await Promise.all([
    Promise.all(row.indicators.map((state) => seriesOf(deps, state, question.year))),
    measureHistory(deps.db, place.measure.lineage),
  ]);
  return {
    year: plan.year,
    versionNo: plan.versionNo,
    asOf: basis.asOf,
    chapter: { no: place.chapter.no, title: place.chapter.title },
    task: { no: place.task.no, title: place.task.title },
    measure: { ...row, source: place.measure.source, fileId: plan.fileId, fileName: plan.fileName },
    series,
    versions: history.map((one, i) => ({
      year: one.year,
      versionNo: one.versionNo,
      id: one.measure.id,
      effectiveOn: one.effectiveOn,
      kind: i === 0 ? 'new' : one.measure.text === history[i - 1]!.measure.text ? 'same' : 'changed',
      text: one.measure.text,
    })),
    previousId: places[at - 1]?.measure.id ?? null,
    nextId: places[at + 1]?.measure.id ?? null,
  };
}

/** The year's course until the day asked for, last year's whole course beside it, and the line that must not be crossed. */
async function seriesOf(
  deps: TableDeps,
  state: IndicatorState,
  year: number,
): Promise<MeasureDetail['series'][number]> {
  const rows = await valuesOfYear(deps.db, state.id, state.scope as Parameters<typeof valuesOfYear>[2], year);
  const falling = state.target?.operator === 'decrease' || state.target?.operator === 'increase';
  return {
    indicatorId: state.id,
    points: rows.map((row) => ({
      date: row.until_day,
      value: row.until_day <= state.asOf ? row.value : null,
      lastYear: row.last_year,
      pace: falling ? row.last_year : (state.target?.value ?? null),
    })),
  };
}
