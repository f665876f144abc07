import { adoptedPlan, measureHistory } from '#engines/plan';
import { lastDayOfMonth } from '#platform/clock';
import { Refusal } from '#platform/refusal';
import { exact, roundExact } from '#standards/gb-t-8170';
import { forecastOf, meanForecastOf } from './judge/forecast.ts';
import { onLine } from './judge/judge.ts';
import { basisOf, type Judged, judgedOf, measureRowOf, type TableDeps, type TableQuestion } from './living-table.ts';
import { valuesOfYear } from './store.ts';
import type { MeasureDetail } from './wire.ts';

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
    Promise.all(judgedOf(place.measure, basis).map((judged) => seriesOf(deps, judged, question.year))),
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
  { state, goal, term, start }: Judged,
  year: number,
): Promise<MeasureDetail['series'][number]> {
  const { asOf } = state;
  const scope = state.scope as Parameters<typeof valuesOfYear>[2];
  const rows = await valuesOfYear(deps.db, state.id, scope, year);
  const stands = deps.registry.find(state.id)?.how !== undefined;
  // what stands until its evidence changes is drawn to the day one looks at, and its line to the day it is due
  const days = new Set(rows.map((row) => row.until_day));
  if (stands && rows.length) for (const day of [asOf, term.start, term.due, ...monthEnds(year)]) days.add(day);
  const falling = goal?.operator === 'decrease' || goal?.operator === 'increase';
  const line = (day: string) => {
    if (goal?.value == null || day < term.start || day > term.due) return null;
    return goal.pace.kind === 'line' && stands
      ? roundExact(onLine(goal, exact(goal.value), start, term, day), 1)
      : goal.value;
  };
  const sorted = [...days].filter((day) => day.startsWith(String(year))).sort();
  let at = -1;
  const points = sorted.map((date) => {
    while (at + 1 < rows.length && rows[at + 1]!.until_day <= date) at += 1;
    const row = rows[at];
    return {
      date,
      value: date <= asOf ? (row?.value ?? null) : null,
      lastYear: row?.last_year ?? null,
      pace: falling ? (row?.last_year ?? null) : line(date),
    };
  });
  const forecast = stands
    ? goal && forecastOf(rows, state, term)
    : rows.some(({ parts }) => parts.sum !== undefined)
      ? meanForecastOf(rows, await valuesOfYear(deps.db, state.id, scope, year - 1), state)
      : null;
  return { indicatorId: state.id, points, forecast };
}

const monthEnds = (year: number) =>
  Array.from({ length: 12 }, (_, i) => lastDayOfMonth(`${year}-${String(i + 1).padStart(2, '0')}`));
