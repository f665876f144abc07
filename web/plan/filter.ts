import type { Deadline, Lamp, LivingTable, MeasureRow } from '#app/api';
import { searchWords } from '../measure/marks.ts';

/** What the reader of the table wants to see; every part is in the address and empty means "all". */
export type PlanFilter = {
  chapters: number[];
  unit: string | null;
  role: 'lead' | 'support' | null;
  street: string | null;
  lamps: Lamp[];
  deadlines: Deadline['kind'][];
  words: string;
};

export const LAMPS: readonly Lamp[] = ['done', 'on_track', 'behind', 'overdue', 'not_started', 'no_data'];
export const DEADLINE_KINDS: readonly Deadline['kind'][] = [
  'by_date',
  'before_heating',
  'season',
  'recurring',
  'long_term',
  'other',
];

export const NO_FILTER: PlanFilter = {
  chapters: [],
  unit: null,
  role: null,
  street: null,
  lamps: [],
  deadlines: [],
  words: '',
};

export const isFiltered = (filter: PlanFilter): boolean =>
  JSON.stringify({ ...filter, words: filter.words.trim() }) !== JSON.stringify(NO_FILTER);

/** Whether a unit carries the measure, itself or as a member of a collective (各街道办事处 → each street office). */
export function carries(measure: MeasureRow, unit: string, role: 'lead' | 'support' | null): boolean {
  return measure.duties.some(
    (duty) =>
      (role === null || duty.role === role || (role === 'lead' && duty.role === 'coordinator')) &&
      (duty.unitId === unit || duty.name === unit || duty.members?.some((m) => m.unitId === unit)),
  );
}

type Context = { chapter: { title: string }; task: { title: string } };

function holdsWords(measure: MeasureRow, { chapter, task }: Context, words: readonly string[]): boolean {
  const all = [chapter.title, task.title, measure.text, measure.id, measure.deadline.raw]
    .concat(measure.duties.map((d) => d.name))
    .join('\n')
    .toLowerCase();
  return words.every((word) => all.includes(word));
}

/**
 * The table with only the wanted measures; tasks and chapters without one disappear.
 * @param streetUnit unit id of each street's office, by street code
 */
export function filterTable(
  table: LivingTable,
  filter: PlanFilter,
  streetUnit: ReadonlyMap<string, string>,
): LivingTable['chapters'] {
  const words = searchWords(filter.words);
  const office = filter.street === null ? null : (streetUnit.get(filter.street) ?? filter.street);
  return table.chapters
    .filter((chapter) => filter.chapters.length === 0 || filter.chapters.includes(chapter.no))
    .map((chapter) => ({
      ...chapter,
      tasks: chapter.tasks
        .map((task) => ({
          ...task,
          measures: task.measures.filter(
            (measure) =>
              (filter.lamps.length === 0 || filter.lamps.includes(measure.lamp)) &&
              (filter.deadlines.length === 0 || filter.deadlines.includes(measure.deadline.kind)) &&
              (filter.unit === null || carries(measure, filter.unit, filter.role)) &&
              (office === null || carries(measure, office, null)) &&
              (words.length === 0 || holdsWords(measure, { chapter, task }, words)),
          ),
        }))
        .filter((task) => task.measures.length > 0),
    }))
    .filter((chapter) => chapter.tasks.length > 0);
}

export const measuresOf = (chapters: LivingTable['chapters']): MeasureRow[] =>
  chapters.flatMap((chapter) => chapter.tasks.flatMap((task) => task.measures));

/** How many measures stand under each lamp when every other part of the filter holds: what a click on the chip would show. */
export function lampCounts(
  table: LivingTable,
  filter: PlanFilter,
  streetUnit: ReadonlyMap<string, string>,
): Record<Lamp, number> {
  const counts: Record<Lamp, number> = { done: 0, on_track: 0, behind: 0, overdue: 0, not_started: 0, no_data: 0 };
  for (const measure of measuresOf(filterTable(table, { ...filter, lamps: [] }, streetUnit))) counts[measure.lamp]++;
  return counts;
}
