import type { Sentence } from '#platform/refusal';
import type { Deadline, Target } from '../wire.ts';
import { decimalText } from './decimal.ts';
import type { DraftUnit, Field, MeasureField, Working, WorkingMeasure } from './working.types.ts';

type Note = string | Sentence;
type ReadMeasure = {
  no: number;
  id: string;
  text: string;
  deadline: { kind: Deadline['kind']; raw: string; date?: string | null; months?: number[] | null };
  lead: string[];
  support: string[];
  coordinator?: string[];
  targets: (Omit<Target, 'no' | 'value' | 'at' | 'unit' | 'scope' | 'period' | 'soft'> & {
    value: number | string | null;
    unit?: string | null;
    scope?: string | null;
    period?: string | null;
    soft?: string | boolean | null;
    at?: { start: number; end: number } | null;
  })[];
  source: { document: string; table?: number | null; row?: number | null; column?: number | null };
  uncertain: { where: string; what: string; note: Note }[];
};

/** What a draft needs of the machine's reading; kept as it came and never changed. */
export type KeptReading = {
  title: string | null;
  year: number | null;
  chapters: { no: number; title: string; tasks: { no: number; title: string; measures: ReadMeasure[] }[] }[];
};

/** Where a finding points to, as the field that a person has to look at. */
const FIELD_OF: readonly [RegExp, MeasureField][] = [
  [/deadline|时限/i, 'deadline'],
  [/coordinator|牵头/i, 'coordinator'],
  [/lead|主责/i, 'lead'],
  [/support|协办|配合/i, 'support'],
  [/target|目标/i, 'targets'],
];

const NO_YEAR: Sentence = {
  zh: '没有读到计划的年份，请填写。',
  en: 'The year of the plan was not found; please enter it.',
};
const NO_TITLE: Sentence = {
  zh: '没有读到计划的标题，请填写。',
  en: 'The title of the plan was not found; please enter it.',
};

export function field<T>(machine: T, uncertain: Sentence | null = null): Field<T> {
  return {
    machine,
    value: machine,
    corrected: false,
    uncertain,
    settled: false,
    by: null,
    at: null,
    reason: null,
  };
}

/** The machine's reading as the working copy that acts are applied to. Numbers that occur twice get keys of their own. */
export function beginDraft(reading: KeptReading): Working {
  const once = { chapter: keys(), task: keys(), measure: keys() };
  return {
    title: field(reading.title ?? '', reading.title ? null : NO_TITLE),
    year: field(reading.year, reading.year === null ? NO_YEAR : null),
    chapters: reading.chapters.map((chapter) => ({
      key: once.chapter(String(chapter.no)),
      no: field(chapter.no),
      title: field(chapter.title),
      tasks: chapter.tasks.map((task) => ({
        key: once.task(String(task.no)),
        no: field(task.no),
        title: field(task.title),
        measures: task.measures.map((measure) => beginMeasure(once.measure(measure.id), measure)),
      })),
    })),
  };
}

function beginMeasure(key: string, read: ReadMeasure): WorkingMeasure {
  const doubt = (name: MeasureField) =>
    oneSentence(read.uncertain.filter((u) => fieldOf(u.where) === name).map((u) => noteOf(u)));
  const { kind, raw, date, months } = read.deadline;
  return {
    key,
    source: {
      document: read.source.document,
      table: read.source.table ?? null,
      row: read.source.row ?? null,
      column: read.source.column ?? null,
    },
    fields: {
      text: field(read.text, doubt('text')),
      deadline: field<Deadline>({ kind, raw, date: date ?? null, months: months ?? null }, doubt('deadline')),
      lead: field<DraftUnit[]>(read.lead, doubt('lead')),
      support: field<DraftUnit[]>(read.support, doubt('support')),
      coordinator: field<DraftUnit[]>(read.coordinator ?? [], doubt('coordinator')),
      targets: field<Target[]>(
        read.targets.map((t, i) => ({
          no: i + 1,
          what: t.what,
          operator: t.operator,
          value: t.value === null ? null : decimalText(t.value),
          unit: t.unit ?? null,
          scope: t.scope ?? null,
          period: t.period ?? null,
          soft: t.soft === true ? '力争' : t.soft || null,
          quote: t.quote,
          at: t.at ?? null,
          confidence: t.confidence,
        })),
        doubt('targets'),
      ),
    },
  };
}

const fieldOf = (where: string): MeasureField => FIELD_OF.find(([pattern]) => pattern.test(where))?.[1] ?? 'text';

function noteOf({ what, note }: { what: string; note: Note }): Sentence {
  const { zh, en } = typeof note === 'string' ? { zh: note, en: note } : note;
  const quoted = (text: string, mark: (t: string) => string) =>
    what && !text.includes(what) ? `${mark(what)}${text}` : text;
  return { zh: quoted(zh, (t) => `“${t}”：`), en: quoted(en, (t) => `“${t}”: `) };
}

/** Several doubts about one field as one text in both languages. */
export function oneSentence(parts: readonly Sentence[]): Sentence | null {
  if (!parts.length) return null;
  return { zh: parts.map((p) => p.zh).join('\n'), en: parts.map((p) => p.en).join('\n') };
}

function keys(): (wanted: string) => string {
  const seen = new Map<string, number>();
  return (wanted) => {
    const n = (seen.get(wanted) ?? 0) + 1;
    seen.set(wanted, n);
    return n === 1 ? wanted : `${wanted}~${n}`;
  };
}
