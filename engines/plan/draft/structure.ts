import { z } from 'zod';
import { field, oneSentence } from './begin.ts';
import { measureOf } from './paths.ts';
import { invalidValue, noSuchPlace } from './refusals.ts';
import { unitsOnce } from './units.ts';
import {
  type DraftUnit,
  type Field,
  MEASURE_FIELDS,
  type MeasureValues,
  type Working,
  type WorkingMeasure,
  type WorkingTask,
} from './working.types.ts';

const NONE = { document: '', table: null, row: null, column: null };
const key = z.string().min(1).max(40);

/** What can be done to the table itself. `after` null means: first. */
export const structureAct = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), task: key, after: key.nullish(), text: z.string() }),
  z.object({ op: z.literal('remove'), measure: key }),
  z.object({ op: z.literal('split'), measure: key, at: z.int().min(1) }),
  z.object({ op: z.literal('merge'), measure: key, into: key }),
  z.object({ op: z.literal('move'), measure: key, task: key, after: key.nullish() }),
  z.object({
    op: z.literal('add_task'),
    chapter: key,
    after: key.nullish(),
    no: z.int().min(1).max(999),
    title: z.string(),
  }),
  z.object({ op: z.literal('add_chapter'), after: key.nullish(), no: z.int().min(1).max(99), title: z.string() }),
]);
export type StructureAct = z.infer<typeof structureAct>;

/**
 * Does one act to the working copy, in place.
 * @param made key of what the act makes: the same at every replay
 * @throws Refusal not_found, value_out_of_range; then nothing was changed
 */
export function applyStructure(working: Working, act: StructureAct, made: string): void {
  switch (act.op) {
    case 'add': {
      const list = taskOf(working, act.task).measures;
      const measure = newMeasure(made, nonEmpty(act.text));
      measure.fields.deadline.uncertain = {
        zh: '新增的措施还没有完成时限，请填写。',
        en: 'The measure that was added has no deadline yet; enter it.',
      };
      measure.fields.lead.uncertain = {
        zh: '新增的措施还没有主责单位，请填写。',
        en: 'The measure that was added has no lead unit yet; enter it.',
      };
      insert(list, act.after, measure);
      return;
    }
    case 'remove': {
      const { task, index } = seat(working, act.measure);
      task.measures.splice(index, 1);
      return;
    }
    case 'split':
      split(working, act.measure, act.at, made);
      return;
    case 'merge':
      merge(working, act.measure, act.into);
      return;
    case 'move': {
      const measure = measureOf(working, act.measure);
      const target = taskOf(working, act.task);
      if (act.after && (act.after === act.measure || !target.measures.some((m) => m.key === act.after)))
        throw noSuchPlace(`measures/${act.after}`);
      const { task, index } = seat(working, act.measure);
      task.measures.splice(index, 1);
      insert(target.measures, act.after, measure);
      return;
    }
    case 'add_task': {
      const chapter = working.chapters.find((c) => c.key === act.chapter);
      if (!chapter) throw noSuchPlace(`chapters/${act.chapter}`);
      insert(chapter.tasks, act.after, {
        key: made,
        no: field(act.no),
        title: field(nonEmpty(act.title)),
        measures: [],
      });
      return;
    }
    case 'add_chapter':
      insert(working.chapters, act.after, {
        key: made,
        no: field(act.no),
        title: field(nonEmpty(act.title)),
        tasks: [],
      });
  }
}

function split(working: Working, key: string, at: number, made: string): void {
  const { task, index } = seat(working, key);
  const measure = task.measures[index]!;
  const { text, deadline, lead, support, coordinator, targets } = measure.fields;
  const first = text.value.slice(0, at).trim();
  const second = text.value.slice(at).trim();
  if (!first || !second)
    throw invalidValue('拆分的位置应在文字中间。', 'A measure is split somewhere inside its wording.');
  const begins = text.value.indexOf(second, at);
  const rest = newMeasure(made, second);
  rest.source = measure.source;
  rest.fields.deadline = inherited(deadline);
  rest.fields.lead = inherited(lead);
  rest.fields.support = inherited(support);
  rest.fields.coordinator = inherited(coordinator);
  const later = targets.value.filter((t) => t.at && t.at.start >= begins);
  rest.fields.targets.value = later.map((t, i) => ({
    ...t,
    no: i + 1,
    at: t.at && { start: t.at.start - begins, end: t.at.end - begins },
  }));
  targets.value = targets.value.filter((t) => !later.includes(t)).map((t, i) => ({ ...t, no: i + 1 }));
  targets.corrected ||= later.length > 0;
  text.value = first;
  text.corrected = true;
  task.measures.splice(index + 1, 0, rest);
}

function merge(working: Working, key: string, into: string): void {
  if (key === into) throw invalidValue('请选择另一条措施来合并。', 'Choose another measure to merge into.');
  const measure = measureOf(working, key);
  const other = measureOf(working, into);
  const order = working.chapters.flatMap((c) => c.tasks.flatMap((t) => t.measures.map((m) => m.key)));
  const [first, second] = order.indexOf(key) < order.indexOf(into) ? [measure, other] : [other, measure];
  const shift = first.fields.text.value.length + 1;
  const targets = [
    ...first.fields.targets.value,
    ...second.fields.targets.value.map((t) => ({
      ...t,
      at: t.at && { start: t.at.start + shift, end: t.at.end + shift },
    })),
  ].map((t, i) => ({ ...t, no: i + 1 }));
  const text = `${first.fields.text.value}\n${second.fields.text.value}`;
  set(other, 'text', text);
  set(other, 'targets', targets);
  for (const role of ['lead', 'support', 'coordinator'] as const)
    set(other, role, unitsOnce([...first.fields[role].value, ...second.fields[role].value]));
  for (const name of MEASURE_FIELDS) {
    const doubt = measure.fields[name];
    if (!doubt.uncertain || doubt.settled) continue;
    const at = other.fields[name];
    at.uncertain = oneSentence([...(at.uncertain && !at.settled ? [at.uncertain] : []), doubt.uncertain]);
    at.settled = false;
  }
  const { task, index } = seat(working, key);
  task.measures.splice(index, 1);
}

/** The second half of a split measure has the first half's deadline and units, and what is doubtful about them. */
const inherited = <T>(from: Field<T>): Field<T> => ({ ...structuredClone(from), machine: null, corrected: true });

function set<K extends 'text' | 'targets' | 'lead' | 'support' | 'coordinator'>(
  measure: WorkingMeasure,
  name: K,
  value: MeasureValues[K],
): void {
  const at = measure.fields[name] as Field<MeasureValues[K]>;
  if (JSON.stringify(at.value) === JSON.stringify(value)) return;
  at.value = value;
  at.corrected = true;
}

function newMeasure(made: string, text: string): WorkingMeasure {
  const own = <T>(value: T) => ({ ...field(value), machine: null, corrected: true });
  return {
    key: made,
    source: NONE,
    fields: {
      text: own(text),
      deadline: own({ kind: 'other' as const, raw: '', date: null, months: null }),
      lead: own<DraftUnit[]>([]),
      support: own<DraftUnit[]>([]),
      coordinator: own<DraftUnit[]>([]),
      targets: own([]),
    },
  };
}

function taskOf(working: Working, key: string): WorkingTask {
  const task = working.chapters.flatMap((c) => c.tasks).find((t) => t.key === key);
  if (!task) throw noSuchPlace(`tasks/${key}`);
  return task;
}

function seat(working: Working, key: string): { task: WorkingTask; index: number } {
  for (const chapter of working.chapters)
    for (const task of chapter.tasks) {
      const index = task.measures.findIndex((m) => m.key === key);
      if (index >= 0) return { task, index };
    }
  throw noSuchPlace(`measures/${key}`);
}

function insert<T extends { key: string }>(list: T[], after: string | null | undefined, item: T): void {
  if (!after) {
    list.unshift(item);
    return;
  }
  const at = list.findIndex((i) => i.key === after);
  if (at < 0) throw noSuchPlace(after);
  list.splice(at + 1, 0, item);
}

function nonEmpty(text: string): string {
  const plain = text.trim();
  if (plain && plain.length <= 20_000) return plain;
  throw invalidValue('请填写内容。', 'Enter some words.');
}
