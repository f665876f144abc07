/**
 * Recognising 识别: the grid becomes chapters, tasks and measures.
 *
 * A plan is found by the head of its table (序号, 重点任务, 工作措施, 完成时限, 主责单位, 协办单位, in whatever words and
 * order), or by the enumeration of its paragraphs where it has no table. Merged and repeated cells, lost numbers, rows cut by
 * a page are put right here; every measure keeps its exact words and its place. What units, deadlines and figures mean is not
 * looked at yet.
 */
import type { DocumentGrid, ReadingWarning } from '../read/grid.ts';
import { nothingInside } from '../read/refusals.ts';
import { goalTables } from './goal-tables.ts';
import { headingOf } from './heading.ts';
import type { Outline } from './outline.ts';
import { readParagraphs } from './paragraphs.ts';
import type { RawChapter, RawPlan, RawTask } from './raw.ts';
import { readTables } from './tables.ts';

/**
 * @returns chapters with printed or restored numbers, and what the person should be told
 * @throws Refusal document_empty when neither table nor paragraphs hold a measure
 */
export function recognise(grid: DocumentGrid): { plan: RawPlan; warnings: ReadingWarning[] } {
  const warnings: ReadingWarning[] = [];
  const tables = readTables(grid);
  let outline: Outline = tables.outline;
  if (outline.measures === 0) {
    const read = readParagraphs(grid);
    outline = read.outline;
    for (const title of read.leftOut.filter(Boolean))
      warnings.push({
        code: 'chapter_left_out',
        zh: `“${shorten(title)}”一章没有列出责任单位，未作为措施读取`,
        en: `The chapter “${shorten(title)}” names no units and was not read as measures`,
      });
  }
  const goals = goalTables(grid, tables.read);
  if (outline.measures === 0 && goals.length === 0) throw nothingInside('no measure');
  for (const [index, table] of grid.tables.entries())
    if (
      !tables.read.has(index) &&
      table.rows > 2 &&
      table.columns > 1 &&
      !goals.some((goal) => goal.tasks[0]!.measures[0]!.source.table === index)
    )
      warnings.push({
        code: 'table_left_out',
        zh: `第${index + 1}个表格没有工作措施与责任单位两栏，未读取，请核对`,
        en: `Table ${index + 1} has no columns of measures and units and was not read, please check`,
        ...(table.cells[0] ? { source: table.cells[0].source } : {}),
      });
  const chapters = inOrder(outline.chapters, goals)
    .map((chapter) => ({ ...chapter, tasks: chapter.tasks.filter((task) => task.measures.length > 0) }))
    .filter((chapter) => chapter.tasks.length > 0);
  freeOfMeasures(chapters.flatMap((chapter) => chapter.tasks));
  restoreNumbers(chapters.flatMap((chapter) => chapter.tasks));
  return { plan: { ...headingOf(grid), chapters }, warnings };
}

/** Tables of goals among the chapters, where they stand in the document. */
function inOrder(chapters: readonly RawChapter[], goals: readonly RawChapter[]): RawChapter[] {
  const all = [...chapters];
  const tableOf = (chapter: RawChapter) =>
    chapter.tasks.find((task) => task.measures.length > 0)?.measures[0]?.source.table;
  for (const goal of goals) {
    const behind = all.findIndex((chapter) => (tableOf(chapter) ?? -1) > tableOf(goal)!);
    const taken = goal.no !== null && all.some((chapter) => chapter.no === goal.no);
    all.splice(behind < 0 ? all.length : behind, 0, taken ? { ...goal, no: null } : goal);
  }
  return all;
}

const shorten = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

/** Where the column of numbers counts the measures, tasks have none of their own and are counted. */
function freeOfMeasures(tasks: readonly RawTask[]): void {
  const counted = tasks.some((task) => {
    const numbers = task.measures.map((measure, i) => Number(measure.printedNo ?? (i === 0 ? task.no : Number.NaN)));
    return numbers.length > 1 && numbers.every((n, i) => Number.isInteger(n) && n === numbers[0]! + i);
  });
  if (!counted) return;
  for (const task of tasks) {
    const first = task.measures[0];
    if (first && task.no !== null) first.printedNo ??= String(task.no);
    task.no = null;
  }
}

/** Gives a number to tasks whose own was lost: one more than the task before, checked against the next printed one. */
function restoreNumbers(tasks: RawTask[]): void {
  if (tasks.every((task) => task.no === null)) {
    for (const [i, task] of tasks.entries()) task.no = i + 1;
    return;
  }
  for (const [i, task] of tasks.entries()) {
    if (task.no !== null) continue;
    const before = tasks[i - 1]?.no ?? 0;
    task.no = before + 1;
    const ahead = tasks.slice(i + 1).findIndex((other) => other.no !== null);
    const next = ahead < 0 ? undefined : tasks[i + 1 + ahead]!.no!;
    const fits = next === undefined ? undefined : next === task.no + ahead + 1;
    task.uncertain.push({
      where: 'no',
      what: String(task.no),
      note: fits
        ? {
            zh: `序号在文件中缺失，按前后编号补为${task.no}`,
            en: `The number is missing in the file; ${task.no} fits between its neighbours`,
          }
        : {
            zh: `序号在文件中缺失，暂补为${task.no}，与后面的编号不能互相印证，请核对`,
            en: `The number is missing in the file; ${task.no} is a guess that later numbers do not confirm, please check`,
          },
    });
  }
}
