import { cellFinder, type GridCell, type GridTable } from '../read/grid.ts';
import type { Role } from './columns.table.ts';
import type { Layout } from './columns.ts';
import { repeatsHead } from './columns.ts';
import { itemOf, joinedOnce } from './numerals.ts';

/** One field of a row as its cell gives it. */
export type RowField = { text: string; cell: GridCell | undefined; own: boolean };

/** A row below the head of a plan's table. */
export type Row =
  | { kind: 'heading'; text: string; cell: GridCell; level: number }
  | { kind: 'data'; row: number; field: (role: Role) => RowField; steps: string; first: boolean };

const REMARK = /^(备注|注[:：]|说明[:：]|合计|总计|小计|填表)/;

/** The rows of a table in order; heads repeated per page, blank rows and remarks are left out. */
export function* rowsOf(table: GridTable, layout: Layout, firstRow: number): Generator<Row> {
  const at = cellFinder(table);
  let first = true;
  for (let row = firstRow; row < table.rows; row++) {
    const cells = Array.from({ length: table.columns }, (_, column) => at(row, column));
    const own = cells.filter((cell, i) => cell?.row === row && cells.indexOf(cell) === i && cell.text) as GridCell[];
    if (own.length === 0) continue;
    if (
      repeatsHead(
        cells.map((cell) => (cell?.row === row ? cell.text : '')),
        layout,
      )
    )
      continue;
    const alone = own.length === 1 ? own[0]! : numberedHeading(own, table);
    const heading = alone && asHeading(alone, table, layout);
    if (heading) {
      if (!REMARK.test(alone.text)) yield heading;
      continue;
    }
    if (own[0] && REMARK.test(own[0].text) && own[0].columnSpan > 1) continue;
    yield {
      kind: 'data',
      row,
      first,
      steps: stepsOf(cells, row, layout),
      field: (role) => fieldOf(cells, row, layout, role),
    };
    first = false;
  }
}

/** 一 | 空气质量目标 over all other columns: the number of a heading in a cell of its own. */
function numberedHeading(own: readonly GridCell[], table: GridTable): GridCell | undefined {
  const [number, words] = own;
  if (own.length !== 2 || !number || !words || words.columnSpan < Math.max(2, table.columns * 0.5)) return undefined;
  const mark = number.text.replace(/\s/g, '');
  if (/^[一二三四五六七八九十]+[、.．]?$/.test(mark))
    return { ...words, columnSpan: table.columns, text: `${mark.replace(/[、.．]$/, '')}、${words.text}` };
  if (/^[（(][一二三四五六七八九十]+[）)]$/.test(mark))
    return { ...words, columnSpan: table.columns, text: mark + words.text };
  return undefined;
}

/** A cell that is alone in its row is a heading when it spans the table, or is enumerated like one in a narrow column. */
function asHeading(cell: GridCell, table: GridTable, layout: Layout): Row | undefined {
  const wide = cell.columnSpan >= Math.max(2, Math.ceil(table.columns * 0.6));
  const item = itemOf(cell.text);
  const role = layout.roles[cell.column];
  const enumerated = item !== undefined && item.level <= 2 && cell.text.length <= 60 && !/[。；]$/.test(cell.text);
  if (!wide && !(enumerated && role !== 'measure' && cell.rowSpan === 1)) return undefined;
  if (wide && cell.text.length > 120) return undefined;
  return { kind: 'heading', text: cell.text, cell, level: item?.level === 2 ? 2 : 1 };
}

/** What is to be reached by a quarter or month, one line each: 一季度：完成5家. */
function stepsOf(cells: readonly (GridCell | undefined)[], row: number, layout: Layout): string {
  // a bare figure is of what the row names, in the row's unit
  const [what, unit] = (['title', 'unit'] as const).map((role) => joinedOnce(fieldOf(cells, row, layout, role).text));
  const named = what || joinedOnce(fieldOf(cells, row, layout, 'measure').text);
  const figure = (words: string) =>
    `${named}${/^\d/.test(words) ? '达到' : ''}${words}${words.endsWith('%') ? '' : unit}`;
  return cells
    .flatMap((cell, column) => {
      if (layout.roles[column] !== 'step' || cell?.row !== row || !/[\u4e00-\u9fff\d]/.test(cell.text)) return [];
      const by = /(?:20\d{2}年度?)?(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月|年底)?$/.exec(
        (layout.heads[column] ?? '').replace(/(?:末|底|份|目标值|指标值|目标|任务|指标|工作目标|节点|计划|前)+$/, ''),
      )?.[0];
      const words = cell.text.replace(/\n/g, '');
      return [`${by ? `${by}：` : ''}${/^[≤≥<>]?\d[\d.]*%?$/.test(words) ? figure(words) : words}`];
    })
    .join('\n');
}

/** All columns of a role together (two columns may hold the same). */
function fieldOf(cells: readonly (GridCell | undefined)[], row: number, layout: Layout, role: Role): RowField {
  const found = [...new Set(cells.filter((cell, column) => cell && layout.roles[column] === role))] as GridCell[];
  const filled = found.filter((cell) => cell.text);
  return {
    text: filled.map((cell) => cell.text).join('\n'),
    cell: filled[0] ?? found[0],
    own: found.some((cell) => cell.row === row),
  };
}
