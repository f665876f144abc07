import type { Sentence } from '#platform/refusal';
import type { Deadline, SourcePlace, Target } from '../wire.ts';

/** One thing of a draft that can be corrected: what the machine read, what counts now, and what a person said to it. */
export type Field<T> = {
  /** null where a person made the measure */
  machine: T | null;
  value: T;
  corrected: boolean;
  uncertain: Sentence | null;
  settled: boolean;
  by: string | null;
  at: string | null;
  reason: string | null;
};

/** A unit as it is written; a collective may have its members named by a person (unit ids). */
export type DraftUnit = string | { name: string; members: string[] };

export type MeasureValues = {
  text: string;
  deadline: Deadline;
  lead: DraftUnit[];
  support: DraftUnit[];
  coordinator: DraftUnit[];
  targets: Target[];
};
export type MeasureField = keyof MeasureValues;
export const MEASURE_FIELDS = [
  'text',
  'deadline',
  'lead',
  'support',
  'coordinator',
  'targets',
] as const satisfies readonly MeasureField[];

export type WorkingMeasure = {
  /** stays the same whatever is moved: the printed number as read, or `+3` for what the third act made */
  key: string;
  source: SourcePlace;
  fields: { [K in MeasureField]: Field<MeasureValues[K]> };
};
export type WorkingTask = { key: string; no: Field<number>; title: Field<string>; measures: WorkingMeasure[] };
export type WorkingChapter = { key: string; no: Field<number>; title: Field<string>; tasks: WorkingTask[] };

/** A draft with the acts of its reviewers applied. */
export type Working = { title: Field<string>; year: Field<number | null>; chapters: WorkingChapter[] };

/** What a reviewer did, as it is kept. */
export type Act = {
  id: number;
  kind: 'value' | 'settled' | 'structure';
  path: string;
  machine: unknown;
  corrected: unknown;
  reason: string | null;
  by: string | null;
  at: string;
  undone: boolean;
};
