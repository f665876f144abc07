import type { UnitDirectory } from '#engines/district';
import type { MeasureCore, SourcePlace } from '../wire.ts';
import { dutiesOf } from './units.ts';
import type { Working, WorkingMeasure } from './working.types.ts';

/** A plan's table as it counts: numbered, with duties resolved. */
export type PlanContent = {
  title: string;
  year: number | null;
  chapters: {
    key: string;
    no: number;
    title: string;
    tasks: {
      key: string;
      no: number;
      title: string;
      measures: (MeasureCore & { source: SourcePlace; working: WorkingMeasure })[];
    }[];
  }[];
};

/**
 * A working copy as a numbered table.
 *
 * A measure's number is `task.measure` (24.2). Where task numbers begin again in each chapter it is
 * `chapter.task.measure`, so that a number means one measure of the plan.
 */
export function contentOf(working: Working, directory: UnitDirectory): PlanContent {
  const numbers = working.chapters.flatMap((c) => c.tasks.map((t) => t.no.value));
  const restarting = new Set(numbers).size < numbers.length;
  let position = 0;
  return {
    title: working.title.value,
    year: working.year.value,
    chapters: working.chapters.map((chapter) => ({
      key: chapter.key,
      no: chapter.no.value,
      title: chapter.title.value,
      tasks: chapter.tasks.map((task) => ({
        key: task.key,
        no: task.no.value,
        title: task.title.value,
        measures: task.measures.map((measure, i) => {
          const { text, deadline, targets, lead, support, coordinator } = measure.fields;
          const number = `${task.no.value}.${i + 1}`;
          return {
            id: restarting ? `${chapter.no.value}.${number}` : number,
            position: ++position,
            chapterNo: chapter.no.value,
            taskNo: task.no.value,
            no: i + 1,
            text: text.value,
            deadline: deadline.value,
            duties: dutiesOf(directory, { lead: lead.value, support: support.value, coordinator: coordinator.value }),
            targets: targets.value,
            source: measure.source,
            working: measure,
          };
        }),
      })),
    })),
  };
}
