import type { DocumentGrid, ReadingWarning, SourcePlace } from './read/grid.ts';

export type { DocumentGrid, GridCell, GridTable, LooseParagraph, ReadingWarning, SourcePlace } from './read/grid.ts';

export type DeadlineKind = 'by_date' | 'long_term' | 'season' | 'before_heating' | 'recurring' | 'other';

/** `date` is YYYY-MM-DD; `months` 1…12 in the order of the season (11, 12, 1, 2, 3 for heating). */
export type ReadDeadline = { kind: DeadlineKind; raw: string; date?: string; months?: number[]; confidence: number };

export type TargetOperator = '>=' | '<=' | '=' | '>' | '<' | 'about' | 'increase' | 'decrease' | 'assigned';

/** A target as the measure's words set it. `at` are UTF-16 offsets of the quote in the text, null when it stands in another cell. */
export type ReadTarget = {
  what: string;
  operator: TargetOperator;
  /** 3.4万 → 34000, 80% → 80 with unit %; null for increase, decrease, assigned */
  value: number | null;
  unit: string | null;
  scope: string | null;
  period: string | null;
  /** the softening words: 力争, 左右, 基本 … */
  soft: string | null;
  quote: string;
  at: { start: number; end: number } | null;
  confidence: number;
};

export type ReadingRemark = { where: string; what: string; note: { zh: string; en: string } };

export type ReadMeasure = {
  /** position in the task, from 1 */
  no: number;
  /** `task.measure`, with the chapter before it where task numbers begin anew in each chapter */
  id: string;
  text: string;
  /** as issued, where units or deadline were cut off the words */
  asPrinted?: string;
  /** the number printed for the measure itself */
  printedNo?: string;
  deadline: ReadDeadline;
  lead: string[];
  support: string[];
  coordinator?: string[];
  targets: ReadTarget[];
  source: SourcePlace & { document: string };
  uncertain: ReadingRemark[];
};

export type ReadTask = { no: number; title: string; category?: string; measures: ReadMeasure[] };
export type ReadChapter = { no: number; title: string; tasks: ReadTask[] };

/** The machine's reading of a plan document. */
export type PlanReading = {
  title: string | null;
  year: number | null;
  district: string | null;
  chapters: ReadChapter[];
};

export type PlanDocumentReading = PlanReading & { document: DocumentGrid; warnings: ReadingWarning[] };
