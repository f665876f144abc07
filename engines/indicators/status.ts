import type { Sentence } from '#platform/refusal';
import type { IndicatorState, Lamp, LivingTable, MeasureRow } from './wire.ts';

/** The plan's standing in rows: what the table shows, for a script or a terminal. */
export type PlanStatus = {
  year: number;
  title: string;
  versionNo: number;
  asOf: string;
  /** the unit whose measures these are; null: all */
  unit: string | null;
  lamps: Record<string, number>;
  measures: {
    id: string;
    text: string;
    deadline: MeasureRow['deadline'];
    lead: string[];
    support: string[];
    lamp: Lamp;
    why: Sentence;
    pace: MeasureRow['pace'];
    daysLeft: number | null;
    indicators: IndicatorStatus[];
  }[];
};
export type IndicatorStatus = Pick<
  IndicatorState,
  'id' | 'title' | 'unit' | 'scope' | 'value' | 'lastYear' | 'target' | 'judgement' | 'why' | 'edition' | 'computedAt'
> & { evidence: number; excluded: number; evidenceHref: string };

type Duty = MeasureRow['duties'][number];

const isOf = (unit: string) => (duty: Duty) =>
  duty.unitId === unit || (duty.members ?? []).some(({ unitId }) => unitId === unit);

/** A living table as rows; with a unit only the measures in which it leads or supports, collectives by their members. */
export function statusOf(table: LivingTable, unit: string | null = null): PlanStatus {
  const all = table.chapters.flatMap(({ tasks }) => tasks.flatMap(({ measures }) => measures));
  const mine = unit === null ? all : all.filter(({ duties }) => duties.some(isOf(unit)));
  const named = (of: Duty['role']) => (measure: MeasureRow) =>
    measure.duties.filter(({ role }) => role === of).map(({ name }) => name);
  const [lead, support] = [named('lead'), named('support')];
  const lamps: Record<string, number> = Object.fromEntries(Object.keys(table.lamps).map((lamp) => [lamp, 0]));
  for (const { lamp } of mine) lamps[lamp] = (lamps[lamp] ?? 0) + 1;
  return {
    year: table.year,
    title: table.title,
    versionNo: table.versionNo,
    asOf: table.asOf,
    unit,
    lamps,
    measures: mine.map((measure) => ({
      id: measure.id,
      text: measure.text,
      deadline: measure.deadline,
      lead: lead(measure),
      support: support(measure),
      lamp: measure.lamp,
      why: measure.why,
      pace: measure.pace,
      daysLeft: measure.daysLeft,
      indicators: measure.indicators.map(({ evidence, ...state }) => ({
        id: state.id,
        title: state.title,
        unit: state.unit,
        scope: state.scope,
        value: state.value,
        lastYear: state.lastYear,
        target: state.target,
        judgement: state.judgement,
        why: state.why,
        edition: state.edition,
        computedAt: state.computedAt,
        evidence: evidence.count,
        excluded: evidence.excluded,
        evidenceHref: evidence.href,
      })),
    })),
  };
}
