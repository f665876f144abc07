import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DocumentGrid, GridCell, GridTable, LooseParagraph } from '../read/grid.ts';
import type { PlanReading } from '../reading.types.ts';
import { understand } from '../understand/understand.ts';
import { recognise } from './recognise.ts';

/**
 * Plans of invented places in the layouts and wordings that districts use. A fixture is the document, a line of =====,
 * and what a careful reader makes of it. In tables ^ continues the cell above and < the cell to the left.
 */
const FOLDER = new URL('./fixtures/', import.meta.url);

describe('plans in many layouts', () => {
  it.each(readdirSync(FOLDER).toSorted())('%s', (file) => {
    const [document, meaning] = readFileSync(new URL(file, FOLDER), 'utf8').split(/^=====\n/m);
    expect(reading(file, document!)).toBe(meaning!.trimEnd());
  });
});

function reading(file: string, document: string): string {
  const grid = gridOf('plan.docx', document);
  try {
    const { plan, warnings } = recognise(grid);
    return [...outline(understand(plan, file, { units: [] })), ...warnings.map((w) => `! ${w.code}`)].join('\n');
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
}

function outline({ title, year, district, chapters }: PlanReading): string[] {
  const lines = [`${title} | ${year} | ${district}`];
  for (const chapter of chapters) {
    lines.push(`章 ${chapter.no} ${chapter.title}`);
    for (const task of chapter.tasks) {
      lines.push(`  任务 ${task.no} ${task.title}`);
      for (const m of task.measures) {
        const { kind, date, months, raw } = m.deadline;
        lines.push(`    ${m.id} ${m.text.replaceAll('\n', '⏎')}`);
        lines.push(`      时限 ${[kind, date, months?.join(), raw && `“${raw}”`].filter(Boolean).join(' ')}`);
        const duties = [
          ['牵头', m.coordinator ?? []],
          ['主责', m.lead],
          ['协办', m.support],
        ] as const;
        for (const [duty, names] of duties) if (names.length) lines.push(`      ${duty} ${names.join('、')}`);
        for (const t of m.targets) {
          const where = [t.scope, t.period].filter(Boolean).join('，');
          lines.push(
            `      目标 ${[where && `〔${where}〕`, t.what, t.operator, t.value, t.unit, t.soft && `（${t.soft}）`].filter((part) => part !== null && part !== '').join(' ')}`,
          );
        }
      }
    }
  }
  return lines;
}

function gridOf(name: string, text: string): DocumentGrid {
  const paragraphs: LooseParagraph[] = [];
  const tables: GridTable[] = [];
  let rows: string[][] = [];
  const close = () => {
    if (rows.length > 0) tables.push(tableOf(rows, tables.length));
    rows = [];
  };
  for (const [i, line] of text.split('\n').entries()) {
    if (line.startsWith('|')) {
      rows.push(line.slice(1, -1).split('|'));
      continue;
    }
    close();
    const source = { part: name, table: null, row: null, column: null, paragraph: i };
    if (line.trim()) paragraphs.push({ text: line.trim(), before: tables.length, source });
  }
  close();
  const placed = paragraphs.map((p) => ({ ...p, before: p.before! < tables.length ? p.before : null }));
  return { name, kind: 'docx', paragraphs: placed, tables, warnings: [] };
}

function tableOf(rows: readonly string[][], table: number): GridTable {
  const cells: GridCell[] = [];
  const at = new Map<string, GridCell>();
  for (const [row, words] of rows.entries())
    for (const [column, text] of words.entries()) {
      const above = text === '^' ? at.get(`${row - 1},${column}`) : undefined;
      const beside = text === '<' ? at.get(`${row},${column - 1}`) : undefined;
      const cell = above ?? beside ?? newCell(row, column, text, table);
      if (above) above.rowSpan = row - above.row + 1;
      else if (beside) beside.columnSpan = column - beside.column + 1;
      else cells.push(cell);
      at.set(`${row},${column}`, cell);
    }
  return { rows: rows.length, columns: Math.max(...rows.map((r) => r.length)), cells };
}

const newCell = (row: number, column: number, text: string, table: number): GridCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text: text.replaceAll('\\n', '\n').trim(),
  source: { part: 'document', table, row, column },
});
