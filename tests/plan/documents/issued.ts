import { readFileSync } from 'node:fs';
import { directoryOf, readDistrict } from '#engines/district';
import { type PlanReading, readPlan } from '#engines/plan';

/** The issued plan of Xicheng, to be written down in other ways and read again. */
export const ISSUED = 'districts/xicheng/plan-2021/xicheng-2021.docx';
export const directory = directoryOf(await readDistrict('districts/xicheng'));
export const issued = readPlan('xicheng-2021.docx', readFileSync(ISSUED), directory);
export const TITLE = '北京市西城区大气污染防治2021年行动计划';

/** A cell of the issued table with its merge. */
export type IssuedCell = { text: string; rowSpan: number; columnSpan: number; continues: boolean };

/** The table row by row with its six columns; cells that a merge covers continue it. A chapter's row has one cell. */
export function issuedRows(): IssuedCell[][] {
  const { rows, columns, cells } = issued.document.tables[0]!;
  return Array.from({ length: rows }, (_, row) => {
    const found: IssuedCell[] = [];
    for (let column = 0; column < columns; ) {
      const cell = cells.find(
        (c) => c.row <= row && row < c.row + c.rowSpan && c.column <= column && column < c.column + c.columnSpan,
      )!;
      found.push({ ...cell, text: cell.row === row ? cell.text : '', continues: cell.row !== row });
      column += cell.columnSpan;
    }
    return found;
  });
}

/** What a reading says of each measure, as far as it must not depend on the file it came in. */
export const meaningOf = (reading: PlanReading) =>
  reading.chapters.map((chapter) => ({
    chapter: [chapter.no, chapter.title],
    tasks: chapter.tasks.map((task) => ({
      task: [task.no, task.title],
      measures: task.measures.map(({ id, text, deadline, lead, support, targets }) => ({
        id,
        text,
        deadline: [deadline.kind, deadline.date, deadline.months],
        lead,
        support,
        targets: targets.map((t) => [t.what, t.operator, t.value, t.unit, t.scope, t.period, t.soft]),
      })),
    })),
  }));

/** Reads a file of the plan and says what it means. */
export function meaningIn(name: string, bytes: Uint8Array) {
  const reading = readPlan(name, bytes, directory);
  return { title: reading.title, year: reading.year, plan: meaningOf(reading) };
}
export const asIssued = { title: TITLE, year: 2021, plan: meaningOf(issued) };
