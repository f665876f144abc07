/**
 * Understanding 理解: words become deadlines, units and targets.
 *
 * Each measure's cells are read against the plan's year and the district's directory of units. A finding carries a
 * confidence, and whatever had to be stretched, inherited or left open is listed for a person; nothing is filled in
 * silently.
 */
import type { UnitDirectory } from '#engines/district';
import type { PlanReading, ReadDeadline, ReadMeasure, ReadTarget } from '../reading.types.ts';
import { itemOf } from '../recognise/numerals.ts';
import type { RawField, RawMeasure, RawPlan, Uncertain } from '../recognise/raw.ts';
import { readDeadline } from './deadline.ts';
import { deadlineInText } from './deadline-in-text.ts';
import { targetsIn } from './targets.ts';
import { ambiguousNames } from './text-aliases.ts';
import { type UnitReader, unitReader } from './units.ts';

/** @param document the file's name, kept in every measure's source */
export function understand(plan: RawPlan, document: string, directory: UnitDirectory): PlanReading {
  const numbers = plan.chapters.flatMap((chapter) => chapter.tasks.map((task) => task.no));
  const again = new Set(numbers).size < numbers.length;
  const units = unitReader(directory, plan.district);
  return {
    title: plan.title,
    year: plan.year,
    district: plan.district,
    chapters: plan.chapters.map((chapter, c) => ({
      no: chapter.no ?? c + 1,
      title: chapter.title,
      tasks: chapter.tasks.map((task) => ({
        no: task.no!,
        title: task.title,
        ...(task.category ? { category: task.category } : {}),
        measures: task.measures.map((measure, m) => {
          const id = `${again ? `${chapter.no ?? c + 1}.` : ''}${task.no}.${m + 1}`;
          const read = measureOf(measure, {
            id,
            no: m + 1,
            task: task.no!,
            title: task.title,
            year: plan.year,
            units,
            directory,
            document,
          });
          if (m === 0) read.uncertain.unshift(...task.uncertain);
          return read;
        }),
      })),
    })),
  };
}

type Context = {
  id: string;
  no: number;
  task: number;
  title: string;
  year: number | null;
  units: UnitReader;
  directory: UnitDirectory;
  document: string;
};

function measureOf(raw: RawMeasure, context: Context): ReadMeasure {
  const { id, units, directory } = context;
  const place = { measure: id, task: context.task };
  const uncertain: Uncertain[] = [...raw.uncertain];
  const deadline = deadlineOf(raw, context.year, uncertain);
  const duty = (field: RawField, where: string): string[] => {
    const read = units(field.text, place);
    uncertain.push(...read.uncertain.map((u) => ({ where, ...u })));
    if (field.state === 'inherited' && read.names.length)
      uncertain.push(inherited(where, field.text.replace(/\n/g, '、')));
    return read.names;
  };
  const lead = duty(raw.lead, 'lead');
  const support = duty(raw.support, 'support');
  const coordinator = duty(raw.coordinator, 'coordinator');
  if (lead.length + coordinator.length === 0)
    uncertain.push({
      where: 'lead',
      what: '',
      note: { zh: '没有读到主责单位，请补充', en: 'No responsible unit was found: please add it' },
    });
  const found = targetsIn(raw.text, context.title || (itemOf(raw.text)?.rest ?? ''));
  const goals = goalsOf(raw, context);
  uncertain.push(...found.uncertain, ...goals.uncertain, ...ambiguousNames(raw.text, directory, place));
  return {
    no: context.no,
    id,
    text: raw.text,
    ...(raw.asPrinted ? { asPrinted: raw.asPrinted } : {}),
    ...(raw.printedNo ? { printedNo: raw.printedNo } : {}),
    deadline,
    lead,
    support,
    ...(coordinator.length ? { coordinator } : {}),
    targets: [...found.targets, ...goals.targets],
    source: { document: context.document, ...raw.source },
    uncertain,
  };
}

/** Targets in columns of goals; 一季度： and 2023年： before a line say when they are to be met. */
function goalsOf(raw: RawMeasure, context: Context): { targets: ReadTarget[]; uncertain: Uncertain[] } {
  const lines = raw.goal.split('\n').map((line) => ({ line, found: targetsIn(line, context.title) }));
  return {
    targets: lines.flatMap(({ line, found }) => {
      const by = /^((?:20\d{2}年度?)?(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月|年底)?)：/.exec(line)?.[1];
      return found.targets.map((target) => ({
        ...target,
        // 完成20家 in a cell of goals is of what the row names
        what: /^(?:(?:完成|实现|达到|累计)+|.{0,2})$/.test(target.what) ? context.title || raw.text : target.what,
        scope: raw.place ?? target.scope,
        period: by || target.period,
        at: null,
      }));
    }),
    uncertain: lines.flatMap(({ found }) => found.uncertain),
  };
}

function deadlineOf(raw: RawMeasure, year: number | null, uncertain: Uncertain[]): ReadDeadline {
  const { text, state } = raw.deadline;
  const spoken = text === '' ? deadlineInText(raw.text, year) : undefined;
  if (spoken) {
    uncertain.push({
      where: 'deadline',
      what: spoken.raw,
      note: {
        zh: `没有时限栏，时限取自文字“${spoken.raw}”，请核对`,
        en: `There is no deadline cell; “${spoken.raw}” was taken from the words, please check`,
      },
    });
    return { ...spoken, confidence: Math.min(spoken.confidence, 0.6) };
  }
  const deadline = readDeadline(text, year);
  if (state === 'inherited') uncertain.push(inherited('deadline', text.replace(/\n/g, '')));
  else if (deadline.confidence < 0.75)
    uncertain.push({
      where: 'deadline',
      what: deadline.raw,
      note: deadline.raw
        ? {
            zh: `时限“${deadline.raw}”读作${deadline.date ?? '无固定日期'}，请核对`,
            en: `The deadline “${deadline.raw}” was read as ${deadline.date ?? 'no fixed day'}, please check`,
          }
        : { zh: '没有读到完成时限，请补充', en: 'No deadline was found: please add it' },
    });
  return deadline;
}

const inherited = (where: string, what: string): Uncertain => ({
  where,
  what,
  note: {
    zh: `单元格为空，按合并单元格沿用上一行的“${what}”，请核对`,
    en: `The cell is blank; “${what}” of the row above was taken over as from a merged cell, please check`,
  },
});
