import { loadedDistrict } from '#engines/district';
import { type AdoptedMeasure, adoptedPlan } from '#engines/plan';
import { type Clock, daysBetween } from '#platform/clock';
import type { Sentence } from '#platform/refusal';
import type { Db } from '#platform/store';
import { freshen } from './declared/store.ts';
import type { IndicatorRegistry, IndicatorScope } from './definition.ts';
import { type Goal, goalOf, type Term, termOf } from './judge/goal.ts';
import { type JudgeSettings, momentOf, worstLamp } from './judge/judge.ts';
import { LAMP_ORDER } from './judge/lamps.table.ts';
import { measurePace } from './judge/pace.ts';
import { indicatorState } from './judge/state.ts';
import { type Bound, bindingsOf, type ValueRow, valuesAsOf } from './store.ts';
import { type TargetInForce, targetsInForce } from './targets/in-force.ts';
import type { IndicatorState, Lamp, LivingTable, MeasureRow } from './wire.ts';

export type TableDeps = { db: Db; districtCode: string; clock: Clock; registry: IndicatorRegistry };
export type TableQuestion = {
  year: number;
  versionNo?: number;
  asOf?: string;
  /** whose figures: the district's when left out, else a street's or unit's own, where an indicator has them */
  scope?: Basis['scope'];
};

type Basis = {
  readonly registry: IndicatorRegistry;
  readonly year: number;
  readonly asOf: string;
  readonly scope: IndicatorScope & { readonly name: Sentence };
  readonly values: Map<string, ValueRow>;
  readonly bound: Map<string, Bound[]>;
  readonly targets: ReadonlyMap<string, TargetInForce>;
  readonly tolerances: Omit<JudgeSettings, 'asOf'>;
};

/** The day a plan is looked at: the one asked for or today, never outside the plan's year. */
export function asOfDay(clock: Clock, year: number, asked?: string): string {
  const wanted = asked ?? clock.today();
  if (wanted < `${year}-01-01`) return `${year}-01-01`;
  return wanted > `${year}-12-31` ? `${year}-12-31` : wanted;
}

/**
 * The adopted plan alive: every measure with its lamp, the reason in a sentence, its pace and its indicators.
 * @throws Refusal not_found: no such plan or version
 */
export async function livingTableOf(deps: TableDeps, question: TableQuestion): Promise<LivingTable> {
  const plan = await adoptedPlan(deps.db, deps.districtCode, question.year, question.versionNo);
  const basis = await basisOf(deps, plan.versionId, question);
  const chapters = plan.chapters.map((chapter) => {
    const tasks = chapter.tasks.map((task) => ({
      no: task.no,
      title: task.title,
      measures: task.measures.map((measure) => measureRowOf(measure, basis)),
    }));
    return { no: chapter.no, title: chapter.title, lamps: counted(tasks.flatMap((task) => task.measures)), tasks };
  });
  return {
    year: plan.year,
    title: plan.title,
    versionNo: plan.versionNo,
    adoptedOn: plan.adoptedOn,
    asOf: basis.asOf,
    lamps: counted(chapters.flatMap((chapter) => chapter.tasks.flatMap((task) => task.measures))),
    chapters,
  };
}

/** What all measures of a version share: bindings, values as of the day, settings; four queries in all. */
export async function basisOf(deps: TableDeps, versionId: string, question: TableQuestion): Promise<Basis> {
  const { db, districtCode, registry, clock } = deps;
  const asOf = asOfDay(clock, question.year, question.asOf);
  const [district, bound, targets] = await Promise.all([
    loadedDistrict(db, districtCode),
    bindingsOf(db, versionId),
    targetsInForce(db, districtCode, question.year, asOf),
    freshen(db, registry),
  ]);
  const scope = question.scope ?? {
    kind: 'district' as const,
    code: districtCode,
    name: { zh: district.name_zh, en: district.name_en },
  };
  const ids = [...new Set([...bound.values()].flat().map((one) => one.indicatorId))];
  const values = await valuesAsOf(db, ids, scope, question.year, asOf);
  return {
    registry,
    year: question.year,
    asOf,
    scope,
    values,
    bound,
    targets,
    tolerances: {
      aboutTolerance: district.settings.about_tolerance,
      basicallyTolerance: district.settings.basically_tolerance,
    },
  };
}

export function measureRowOf(measure: AdoptedMeasure, basis: Basis): MeasureRow {
  const { source: _source, lineage: _lineage, ...core } = measure;
  const states = statesOf(measure, basis);
  const term = termOf(measure.deadline, basis.year);
  const judged = states.filter(({ shared }) => !shared);
  const lamp = states.length
    ? worstLamp(judged.map((state) => state.judgement))
    : momentOf(term, basis.asOf, null) === 'before'
      ? 'not_started'
      : 'no_data';
  return {
    ...core,
    lamp,
    why: whyOf(lamp, states, term.start),
    pace: measurePace(states, term, basis.asOf),
    daysLeft: measure.deadline.date || term.seasonal ? daysBetween(basis.asOf, term.due) : null,
    indicators: states,
  };
}

/** An indicator as a measure shows it, with what was asked of it and when. */
export type Judged = {
  readonly state: IndicatorState;
  readonly goal: Goal | null;
  readonly term: Term;
  readonly start: string | null;
};

const statesOf = (measure: AdoptedMeasure, basis: Basis) => judgedOf(measure, basis).map(({ state }) => state);

export function judgedOf(measure: AdoptedMeasure, basis: Basis): Judged[] {
  const term = termOf(measure.deadline, basis.year);
  return (basis.bound.get(measure.id) ?? []).flatMap((bound) => {
    const { indicatorId } = bound;
    const definition = basis.registry.find(indicatorId);
    if (!definition?.scopes.includes(basis.scope.kind)) return [];
    const goal = goalOf(measure, definition, bound, basis.targets.get(`${measure.lineage}|${indicatorId}`));
    const row = basis.values.get(indicatorId);
    const state = indicatorState({
      definition,
      scope: basis.scope,
      goal,
      term,
      year: basis.year,
      asOf: basis.asOf,
      row,
      settings: basis.tolerances,
    });
    return [{ state, goal, term, start: row?.parts.start ?? null }];
  });
}

/** The reason of the worst lamp first; two indicators of the same lamp are both named. */
function whyOf(lamp: Lamp, states: readonly IndicatorState[], start: string): Sentence {
  if (states.length === 0)
    return lamp === 'not_started'
      ? { zh: `自${Number(start.slice(5, 7))}月起实施，尚未到开始时间`, en: `It begins on ${start}` }
      : { zh: '尚无绑定的指标或佐证数据', en: 'No indicator with evidence serves this measure yet' };
  const judged = states.filter(({ shared }) => !shared);
  const worst = judged.length ? judged.filter((state) => state.judgement === lamp) : states;
  return { zh: worst.map((state) => state.why.zh).join('；'), en: worst.map((state) => state.why.en).join('; ') };
}

function counted(measures: readonly { lamp: Lamp }[]): Record<Lamp, number> {
  const counts = Object.fromEntries(LAMP_ORDER.map((lamp) => [lamp, 0])) as Record<Lamp, number>;
  for (const { lamp } of measures) counts[lamp] += 1;
  return counts;
}
