import { type RawBuilder, sql } from 'kysely';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import type { InspectionRow } from './store.ts';

/** What a list asks for. */
export type InspectionQuery = {
  kind?: string;
  street?: string;
  unit?: string;
  ledger?: string;
  entry?: number;
  from?: string;
  until?: string;
  result?: 'sound' | 'findings';
  open?: boolean;
  q?: string;
  after?: string;
  limit?: number;
};

/** Visits, newest first, by key. @throws Refusal bad_request: a page mark that is none */
export async function listInspections(
  db: Db,
  query: InspectionQuery,
): Promise<{ rows: InspectionRow[]; next: string | null }> {
  const limit = Math.min(query.limit ?? 50, 500);
  const { rows } = await sql<InspectionRow>`
    select * from inspection i where ${conditions(query)} and ${afterOf(query.after)}
    order by visited_on desc, id desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? `${last.visited_on}_${last.id}` : null };
}

/** How many there are, up to a number that is cheap to count; how many have findings, and how many are still open. */
export async function countInspections(db: Db, query: InspectionQuery) {
  const { rows } = await sql<{ count: number; found: number; open: number }>`
    select count(*)::int as count, (count(*) filter (where result = 'findings'))::int as found,
      coalesce(sum(open_findings), 0)::int as open from inspection i where ${conditions(query)}`.execute(db);
  return rows[0]!;
}

function conditions({ kind, street, unit, ledger, entry, from, until, result, open, q }: InspectionQuery) {
  const parts: RawBuilder<unknown>[] = [sql`i.withdrawn_at is null`];
  if (kind) parts.push(sql`i.kind = ${kind}`);
  if (street) parts.push(sql`i.street_code = ${street}`);
  if (unit) parts.push(sql`(i.unit_id = ${unit} or ${unit} = any(i.joint))`);
  if (ledger) parts.push(sql`i.ledger = ${ledger}`);
  if (entry) parts.push(sql`i.entry_id = ${entry}`);
  if (from) parts.push(sql`i.visited_on >= ${from}::date`);
  if (until) parts.push(sql`i.visited_on <= ${until}::date`);
  if (result) parts.push(sql`i.result = ${result}`);
  if (open) parts.push(sql`i.open_findings > 0`);
  if (q?.trim()) parts.push(sql`i.name ilike ${`%${q.trim().replace(/[\\%_]/g, '\\$&')}%`}`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

function afterOf(mark: string | undefined): RawBuilder<unknown> {
  if (!mark) return sql`true`;
  const found = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(mark);
  if (found) return sql`(i.visited_on, i.id) < (${found[1]}::date, ${Number(found[2])})`;
  throw new Refusal('bad_request', {
    zh: '翻页位置无效，请从第一页开始。',
    en: 'This page mark is not valid: begin at the first page.',
  });
}

/** Visits and findings of each day and kind of a month. */
export async function calendarOf(db: Db, { month, unit, street }: { month: string; unit?: string; street?: string }) {
  const { rows } = await sql<{ day: string; kind: string; visits: number; found: number }>`
    select visited_on::text as day, kind, count(*)::int as visits,
      (count(*) filter (where result = 'findings'))::int as found
    from inspection i where ${conditions({ unit, street })}
      and visited_on between ${`${month}-01`}::date and (${`${month}-01`}::date + interval '1 month' - interval '1 day')
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}
