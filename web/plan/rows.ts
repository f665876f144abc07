import type { LivingTable, MeasureRow } from '#app/api';

type Chapter = LivingTable['chapters'][number];
type Task = Chapter['tasks'][number];

/** One line of the issued table: a chapter across all columns, or a measure; the first of a task carries the merged cells. */
export type TableLine =
  | { kind: 'chapter'; key: string; chapter: Chapter; shown: number }
  | { kind: 'measure'; key: string; task: Task; measure: MeasureRow; taskSpan: number };

/**
 * Chapters → lines of the table with the merged 序号 and 重点任务 cells: `taskSpan` is the number of rows on a task's
 * first line and 0 on the lines below it, which have no such cell.
 */
export function tableLines(chapters: readonly Chapter[]): TableLine[] {
  return chapters.flatMap((chapter) => [
    {
      kind: 'chapter' as const,
      key: `chapter-${chapter.no}`,
      chapter,
      shown: chapter.tasks.reduce((sum, task) => sum + task.measures.length, 0),
    },
    ...chapter.tasks.flatMap((task) =>
      task.measures.map((measure, i) => ({
        kind: 'measure' as const,
        key: `${chapter.no}-${measure.id}`,
        task,
        measure,
        taskSpan: i === 0 ? task.measures.length : 0,
      })),
    ),
  ]);
}
