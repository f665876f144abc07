import type { SourcePlace } from '../read/grid.ts';

/** What the machine is not sure of, for a person to settle. */
export type Uncertain = { where: string; what: string; note: { zh: string; en: string } };

/** A cell's words for one field of a measure, and how they came to it. */
export type RawField = {
  text: string;
  /** own: from its own cell · merged: from a cell merged over several rows · inherited: its cell is blank, taken from above */
  state: 'own' | 'merged' | 'inherited' | 'blank';
};

export type RawMeasure = {
  text: string;
  /** the words as they stand in the document, where units or deadline were cut off them */
  asPrinted?: string;
  /** number printed for the measure itself */
  printedNo?: string;
  deadline: RawField;
  lead: RawField;
  support: RawField;
  coordinator: RawField;
  /** text of a column of goals */
  goal: string;
  /** the place that all its goals hold for, in a table of places */
  place?: string;
  source: SourcePlace;
  uncertain: Uncertain[];
};

export type RawTask = {
  no: number | null;
  title: string;
  category?: string;
  measures: RawMeasure[];
  uncertain: Uncertain[];
};
export type RawChapter = { no: number | null; title: string; tasks: RawTask[] };
export type RawPlan = {
  title: string | null;
  year: number | null;
  district: string | null;
  chapters: RawChapter[];
};

export const blankField = (): RawField => ({ text: '', state: 'blank' });
