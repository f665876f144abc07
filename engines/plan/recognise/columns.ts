import { cellFinder, type GridTable } from '../read/grid.ts';
import { COLUMN_HEADS, type Role } from './columns.table.ts';

/** Which column holds what, and where the rows below the head begin. */
export type Layout = { roles: (Role | undefined)[]; head: number; firstRow: number; heads: string[] };

const FAR = 12;

/** Looks for the head of a plan's table among its first rows; a head may stand over two rows. */
export function findLayout(table: GridTable): Layout | undefined {
  for (let row = 0; row < Math.min(table.rows, FAR); row++) {
    const one = layoutAt(table, row, 1);
    if (!one) continue;
    return (isDivided(table, row) ? layoutAt(table, row, 2) : undefined) ?? one;
  }
  return undefined;
}

/** Whether the head stands over two rows: some cells reach down while a spanning one is divided below. */
function isDivided(table: GridTable, row: number): boolean {
  const cells = table.cells.filter((c) => c.row === row);
  return cells.some((c) => c.rowSpan > 1) && cells.some((c) => c.columnSpan > 1 && c.rowSpan === 1);
}

const known = (layout: Layout) => new Set(layout.roles.filter((role) => role !== undefined)).size;

function layoutAt(table: GridTable, row: number, depth: number): Layout | undefined {
  const at = cellFinder(table);
  const heads = Array.from({ length: table.columns }, (_, column) => {
    const cells = new Set(Array.from({ length: depth }, (_, d) => at(row + d, column)));
    return [...cells].map((cell) => (cell ? cell.text.replace(/[\s\u3000]/g, '') : '')).filter(Boolean);
  });
  // the lower head is the more exact one
  const roles = heads.map((texts) => {
    for (const text of texts.toReversed()) {
      const role = roleOf(text);
      if (role) return role;
    }
    return undefined;
  });
  const layout = {
    roles: settle(roles, (column) => wordsBelow(table, row + depth, column)),
    head: row,
    firstRow: row + depth,
    heads: heads.map((texts) => texts.join('')),
  };
  const has = (role: Role) => layout.roles.includes(role);
  const who = has('lead') || has('coordinator') || has('support');
  const distinct = new Set(table.cells.filter((c) => c.row === row && c.text).map((c) => c.text)).size;
  if (!has('measure') || distinct < 3 || known(layout) < 3 || !(who || has('deadline'))) return undefined;
  // nothing but figures below 任务数（户）: a table of goals, not of measures
  const measures = table.cells.filter(
    (c) => c.row >= layout.firstRow && layout.roles[c.column] === 'measure' && c.text,
  );
  if (measures.length > 0 && measures.every((c) => /^[\d.,%≥≤\s]+$/.test(c.text))) return undefined;
  return layout;
}

export function roleOf(head: string): Role | 'task' | 'above' | undefined {
  const plain = head.replace(/[（(].*?[）)]/g, '') || head;
  if (plain.length > 14) return undefined;
  return COLUMN_HEADS.find(({ pattern }) => pattern.test(plain))?.role;
}

/** How many signs the cells of a column hold on the average. */
function wordsBelow(table: GridTable, row: number, column: number): number {
  const cells = table.cells.filter((cell) => cell.column === column && cell.row >= row && cell.columnSpan === 1);
  return cells.reduce((n, cell) => n + cell.text.length, 0) / Math.max(1, cells.length);
}

/** Settles what hangs on the other columns: task words, goals, 牵头 beside 主责. */
function settle(
  found: (Role | 'task' | 'above' | undefined)[],
  words: (column: number) => number,
): (Role | undefined)[] {
  const own = found.some((role) => role === 'lead' || role === 'coordinator');
  const roles = found.map((role) => (role === 'above' ? (own ? 'coordinator' : 'lead') : role));
  // 市级牵头单位 beside 区级牵头单位: the district's is the one that carries it out
  if (own && found.includes('above') && !found.includes('lead'))
    for (const [i, role] of found.entries()) if (role === 'coordinator') roles[i] = 'lead';
  const tasks = roles.flatMap((role, i) => (role === 'task' ? [i] : []));
  const measured = roles.includes('measure');
  const categorised = roles.includes('category');
  const goal = roles.indexOf('goal');
  // 工作任务 beside longer 年度目标: the goal says what is done
  if (!measured && goal >= 0 && tasks.length > 0 && words(goal) > words(tasks.at(-1)!)) {
    roles[goal] = 'measure';
    for (const column of tasks) roles[column] = roles.includes('title') ? 'category' : 'title';
  } else
    for (const [nth, column] of tasks.entries()) {
      const last = nth === tasks.length - 1;
      if (!measured && last) roles[column] = 'measure';
      // the last one names the task, those before it stand over it; where there is a category, the first one does
      else if (categorised) roles[column] = nth === 0 ? 'title' : undefined;
      else roles[column] = (measured ? last : nth === tasks.length - 2) ? 'title' : 'category';
    }
  if (!roles.includes('measure') && roles.includes('goal')) roles[roles.lastIndexOf('goal')] = 'measure';
  const measures = roles.flatMap((role, i) => (role === 'measure' ? [i] : []));
  // two columns of measures: the first is the heading of the second
  if (measures.length > 1 && !roles.includes('title')) roles[measures[0]!] = 'title';
  if (roles.includes('coordinator') && !roles.includes('lead'))
    for (const [i, role] of roles.entries()) if (role === 'coordinator') roles[i] = 'lead';
  return roles as (Role | undefined)[];
}

/** Whether a row repeats the head (one per page). */
export function repeatsHead(texts: readonly string[], layout: Layout): boolean {
  const same = texts.filter((text, i) => text && layout.heads[i]?.includes(text.replace(/[\s\u3000]/g, ''))).length;
  return same >= 3 && same >= layout.heads.filter(Boolean).length / 2;
}
