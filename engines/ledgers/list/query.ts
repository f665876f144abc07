import { type RawBuilder, sql } from 'kysely';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { KINDS } from '../columns/kinds.ts';
import type { Column, LedgerDefinition } from '../definition.ts';
import type { EntryRow } from '../store.ts';
import type { LedgerMap } from '../wire.ts';

/** What a list asks for; from the URL, so every part is a text. */
export type ListQuery = {
  state?: 'kept' | 'struck' | 'all';
  street?: string;
  unit?: string;
  /** only what somebody has to look at */
  doubt?: 'stale' | 'incomplete' | 'contradictory';
  /** words in the name or the key */
  q?: string;
  /** column → values, any of which; a number or date may be a span `a..b` */
  where?: Readonly<Record<string, string>>;
  /** a column, `-` before it for falling; newest first when left out */
  sort?: string;
  after?: string;
  limit?: number;
  /** west, south, east, north */
  bounds?: readonly [number, number, number, number];
};

export const PAGE = 50;
const MOST = 500;

export type EntryPage = { rows: EntryRow[]; next: string | null };

/**
 * One page of a ledger, by key: where the last page ended, not how many rows came before it.
 * @param staleBefore entries refreshed before this day are stale; null: none are
 * @throws Refusal bad_request: a column that lists cannot be narrowed or ordered by
 */
export async function listEntries(
  db: Db,
  definition: LedgerDefinition,
  query: ListQuery,
  staleBefore: string | null,
): Promise<EntryPage> {
  const limit = Math.min(query.limit ?? PAGE, MOST);
  const order = orderOf(definition, query.sort);
  const rows = (
    await sql<EntryRow & { sorted: string | null }>`
      select e.*, ${order.expression} as sorted from ledger_entry e
      where ${conditions(definition, query, staleBefore)} and ${afterOf(order, query.after)}
      order by ${order.named ? sql`${order.expression} ${sql.raw(order.falling ? 'desc nulls last' : 'asc nulls last')},` : sql``} id desc
      limit ${limit + 1}`.execute(db)
  ).rows;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? cursorOf(order.named ? last.sorted : null, last.id) : null };
}

/** Entries that have a place, for a map: the newest first, up to a number; and how many of each street, with a place or without. */
export async function placedEntries(
  db: Db,
  definition: LedgerDefinition,
  query: ListQuery,
  staleBefore: string | null,
  most: number,
): Promise<{ points: PlacedRow[]; more: boolean; streets: { code: string; count: number }[] }> {
  const where = conditions(definition, query, staleBefore);
  const [{ rows }, { rows: streets }] = await Promise.all([
    sql<PlacedRow>`select e.id, e.name, e.lon, e.lat,
        case when e.place->>'type' <> 'Point' then e.place end as shape, coalesce(e.refreshed_on < ${staleBefore}::date, false) as stale,
        e.missing <> '{}' as incomplete, e.contradictions <> '{}' as contradictory
      from ledger_entry e where ${where} and e.lon is not null order by e.id desc limit ${most + 1}`.execute(db),
    sql<{ code: string; count: number }>`select e.street_code as code, count(*)::int as count
      from ledger_entry e where ${where} and e.street_code is not null group by 1`.execute(db),
  ]);
  return { points: rows.slice(0, most), more: rows.length > most, streets };
}

export type PlacedRow = {
  id: number;
  /** a line or an area; null: a point */
  shape: LedgerMap['points'][number]['shape'];
  name: string;
  lon: number;
  lat: number;
  stale: boolean;
  incomplete: boolean;
  contradictory: boolean;
};

/** How many there are, up to a number that is still cheap to count. */
export async function countEntries(
  db: Db,
  definition: LedgerDefinition,
  query: ListQuery,
  staleBefore: string | null,
  upTo = 10_000,
): Promise<{ count: number; more: boolean }> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select 1 from ledger_entry e where ${conditions(definition, query, staleBefore)} limit ${upTo + 1}) x`.execute(db);
  return { count: Math.min(rows[0]!.n, upTo), more: rows[0]!.n > upTo };
}

/** Everything that a list's conditions say, for lists, counts and exports alike. */
export function conditions(
  definition: LedgerDefinition,
  { state = 'kept', street, unit, doubt, q, where = {}, bounds }: ListQuery,
  staleBefore: string | null,
): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`e.ledger = ${definition.id}`];
  if (state !== 'all') parts.push(sql`e.state = ${state}`);
  if (street) parts.push(sql`e.street_code = ${street}`);
  if (unit) parts.push(sql`e.unit_id = ${unit}`);
  if (doubt === 'stale') parts.push(sql`e.refreshed_on < ${staleBefore}::date`);
  if (doubt === 'incomplete') parts.push(sql`e.missing <> '{}'`);
  if (doubt === 'contradictory') parts.push(sql`e.contradictions <> '{}'`);
  if (q?.trim()) {
    const pattern = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(e.name ilike ${pattern} or e.key ilike ${pattern})`);
    // the index knows pairs of characters; a word that lies across name and key is no match of either
    if (state === 'kept' && q.trim().length > 1)
      parts.push(sql`ledger_bigrams(e.name || ' ' || e.key) @> ledger_bigrams(${q.trim()})`);
  }
  if (bounds)
    parts.push(sql`e.lon between ${bounds[0]} and ${bounds[2]} and e.lat between ${bounds[1]} and ${bounds[3]}`);
  for (const [id, wanted] of Object.entries(where)) parts.push(columnIs(columnOf(definition, id, 'filter'), wanted));
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

const expressionOf = (column: Column) =>
  KINDS[column.type].index === 'number'
    ? sql`((e.values ->> ${sql.lit(column.id)})::numeric)`
    : sql`((e.values ->> ${sql.lit(column.id)}) collate "C")`;

function columnIs(column: Column, wanted: string): RawBuilder<unknown> {
  const expression = expressionOf(column);
  const span = /^(.*)\.\.(.*)$/.exec(wanted);
  const isNumber = KINDS[column.type].index === 'number';
  if (span) {
    const [, from = '', until = ''] = span;
    const bound = (text: string) => (isNumber ? sql`${requireNumber(column, text)}::numeric` : sql`${text}`);
    const parts = [from && sql`${expression} >= ${bound(from)}`, until && sql`${expression} <= ${bound(until)}`].filter(
      Boolean,
    );
    return parts.length ? sql.join(parts, sql` and `) : sql`true`;
  }
  if (column.type === 'choices') return sql`e.values -> ${sql.lit(column.id)} ?| ${wanted.split('|')}::text[]`;
  if (wanted === '') return sql`${expression} is null`;
  if (isNumber) return sql`${expression} = ${requireNumber(column, wanted)}::numeric`;
  const any = wanted.split('|');
  return any.length === 1 ? sql`${expression} = ${any[0]}` : sql`${expression} = any(${any}::text[])`;
}

function requireNumber(column: Column, text: string): string {
  if (/^-?\d{1,15}(\.\d{1,6})?$/.test(text)) return text;
  throw new Refusal('bad_request', {
    zh: `“${column.title.zh}”的筛选条件应为数字。`,
    en: `The filter of ${column.title.en} must be a number.`,
  });
}

function columnOf(definition: LedgerDefinition, id: string, as: 'filter' | 'sort'): Column {
  const column = definition.columns.find((one) => one.id === id);
  if (column?.[as]) return column;
  throw new Refusal('bad_request', {
    zh: `《${definition.title.zh}》不能按“${id}”${as === 'filter' ? '筛选' : '排序'}。`,
    en: `“${definition.title.en}” cannot be ${as === 'filter' ? 'narrowed' : 'ordered'} by ${id}.`,
  });
}

type Order = { expression: RawBuilder<unknown>; falling: boolean; named: boolean; number: boolean };

function orderOf(definition: LedgerDefinition, sort: string | undefined): Order {
  if (!sort) return { expression: sql`null::text`, falling: true, named: false, number: false };
  const falling = sort.startsWith('-');
  const column = columnOf(definition, falling ? sort.slice(1) : sort, 'sort');
  return { expression: expressionOf(column), falling, named: true, number: KINDS[column.type].index === 'number' };
}

/** Where a page ended: the sorted value and the id, not to be read by anybody else. */
const cursorOf = (sorted: string | null, id: number) => Buffer.from(JSON.stringify([sorted, id])).toString('base64url');

function afterOf({ expression, falling, named, number }: Order, after: string | undefined): RawBuilder<unknown> {
  if (!after) return sql`true`;
  const [sorted, id] = readCursor(after);
  if (!named) return sql`e.id < ${id}`;
  if (sorted === null) return sql`(${expression} is null and e.id < ${id})`;
  const bound = number ? sql`${sorted}::numeric` : sql`${sorted}`;
  const beyond = falling ? sql`${expression} < ${bound}` : sql`${expression} > ${bound}`;
  return sql`(${beyond} or (${expression} = ${bound} and e.id < ${id}) or ${expression} is null)`;
}

function readCursor(text: string): [string | null, number] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(read) && Number.isSafeInteger(read[1]) && (read[0] === null || typeof read[0] === 'string'))
      return read as [string | null, number];
  } catch {
    // said below
  }
  throw new Refusal('bad_request', {
    zh: '翻页位置无效，请从第一页开始。',
    en: 'This page mark is not valid: begin at the first page.',
  });
}
