import { type RawBuilder, sql } from 'kysely';
import { lastDayOfMonth } from '#platform/clock';
import type { Db } from '#platform/store';
import type { IndicatorScope } from '../definition.ts';
import { keyOf } from './condition.ts';
import { type Coverage, coveredRows } from './coverage.ts';
import type { How, Tally } from './definition.ts';
import type { Membership, MonthlyShare } from './months.ts';
import { takenRows } from './read.ts';

/** A row behind a figure. */
export type CountedRow = {
  source: string;
  id: number;
  name: string;
  day: string;
  amount: string | null;
  street: string | null;
  unit: string | null;
  /** why it does not count; null: it does */
  reason: string | null;
  simulated: boolean;
};

/**
 * Which rows of a figure: `of` what is counted, `base` what it is measured against (the denominator, what is taken off),
 * `missing` entries of the base that nobody saw or sampled, `rest` rows of the base that do not come up to what is counted,
 * `excluded` what is left out.
 */
export const PARTS = ['of', 'base', 'missing', 'rest', 'excluded'] as const;
export type Part = (typeof PARTS)[number];

export type RowQuestion = {
  readonly scope: IndicatorScope;
  readonly until: string;
  readonly part: Part;
  readonly membership: Membership;
  readonly after?: { readonly day: string; readonly id: number };
  readonly limit: number;
};

/** The parts that a verb has. */
export const partsOf = (how: How): readonly Part[] =>
  how.verb === 'monthlyShare'
    ? ['of', 'missing', 'base', 'excluded']
    : how.verb === 'coverage'
      ? ['of', 'missing', 'base', 'excluded']
      : how.verb === 'share'
        ? ['of', ...restOf(how), 'base', 'excluded']
        : how.verb === 'balance'
          ? ['of', 'base', 'excluded']
          : ['of', 'excluded'];

type Share = Extract<How, { verb: 'share' }>;

/** The rest of a share can be told where both sides are the same rows. */
const restOf = ({ of, in: base }: Share): readonly 'rest'[] =>
  JSON.stringify(of.of) === JSON.stringify(base.of) && !of.distinct && !base.distinct ? ['rest'] : [];

/** The rows of a part as of a day, newest first. */
export async function rowsBehind(db: Db, how: How, question: RowQuestion): Promise<CountedRow[]> {
  const { part, after, limit } = question;
  const rows =
    how.verb === 'monthlyShare'
      ? monthRows(how, question)
      : how.verb === 'share' && part === 'rest'
        ? restRows(how, question)
        : how.verb === 'coverage' && (part === 'of' || part === 'missing')
          ? coverRows(how, question)
          : talliedRows(tallyOf(how, part), question, part === 'excluded');
  const { rows: found } = await sql<CountedRow>`
    select source, id::float8 as id, name, day::text, amount::text, street_code as street, unit_id as unit, reason, simulated
    from ${rows} x
    where ${within(question.scope)} ${after ? sql`and (day, id) < (${after.day}::date, ${after.id})` : sql``}
    order by day desc, id desc limit ${limit}`.execute(db);
  return found;
}

function tallyOf(how: Exclude<How, MonthlyShare>, part: Part): Tally {
  if (part !== 'base')
    return (how.verb === 'share' || how.verb === 'coverage') && part === 'excluded' ? how.in : how.of;
  return 'in' in how ? how.in : 'less' in how ? how.less : how.of;
}

const within = ({ kind, code }: IndicatorScope): RawBuilder<unknown> =>
  kind === 'street' ? sql`street_code = ${code}` : kind === 'unit' ? sql`unit_id = ${code}` : sql`true`;

function talliedRows(tally: Tally, { until }: RowQuestion, excluded: boolean): RawBuilder<unknown> {
  const first = `${until.slice(0, 4)}-01-01`;
  const { over, distinct } = tally;
  const there =
    over === 'stock'
      ? sql`t.day <= ${until}::date and (t.ended is null or t.ended > ${until}::date)`
      : over === 'year'
        ? sql`t.day between ${first}::date and ${until}::date`
        : sql`t.day = (select max(n.day) from ${takenRows(tally)} n where n.day between ${first}::date and ${until}::date)`;
  const counts = excluded ? sql`t.reason is not null` : sql`t.reason is null`;
  if (!distinct) return sql`(select t.* from ${takenRows(tally)} t where ${there} and ${counts})`;
  return sql`(select * from (select t.*, row_number() over (partition by t.values ->> ${sql.lit(distinct)}
      order by t.day, t.id) as nth from ${takenRows(tally)} t where ${there} and ${counts}) y where nth = 1)`;
}

/** The rows of a share's base that are not among those counted. */
const restRows = (how: Share, question: RowQuestion): RawBuilder<unknown> => sql`(
  select m.* from ${talliedRows(how.in, question, false)} m
  where (m.source, m.id) not in (select c.source, c.id from ${talliedRows(how.of, question, false)} c))`;

/** The entries of a coverage's base that something speaks of on the day, or those that nothing does. */
function coverRows(how: Coverage, question: RowQuestion): RawBuilder<unknown> {
  const covered = sql`(select c.source, c.id, max(c.day) as day from ${coveredRows(how)} c
    where c.day <= ${question.until}::date and (c.ended is null or c.ended > ${question.until}::date) group by 1, 2)`;
  const base = talliedRows(how.in, question, false);
  // the day beside a covered entry is the one since which it is covered
  return question.part === 'of'
    ? sql`(select m.source, m.id, m.key, m.name, m.street_code, m.unit_id, m.simulated, m.amount, m.reason, c.day
        from ${base} m join ${covered} c using (source, id))`
    : sql`(select m.* from ${base} m where (m.source, m.id) not in (select c.source, c.id from ${covered} c))`;
}

/** The entries of the last whole month, and which of them were seen. */
function monthRows(how: MonthlyShare, { until, part, membership }: RowQuestion): RawBuilder<unknown> {
  const month = lastWholeMonth(until);
  const [first, last] = [`${month}-01`, lastDayOfMonth(month)];
  const seenBy = how.by ? keyOf(how.by) : sql`r.values ->> 'entry'`;
  const seen = sql`exists (select 1 from (select ${seenBy} as key from ${takenRows(how.of)} r
    where r.reason is null and r.day between ${first}::date and ${last}::date) s where s.key = k.key)`;
  const unseen = sql`k.reason is null and not ${seen}`;
  const wanted = {
    of: sql`k.reason is null and ${seen}`,
    missing: unseen,
    rest: unseen,
    base: sql`k.reason is null`,
    excluded: sql`k.reason is not null`,
  }[part];
  return sql`(select k.* from ${takenRows(how.in)} k
    where k.day <= ${membership === 'start' ? first : last}::date and (k.ended is null or k.ended > ${first}::date) and ${wanted})`;
}

export function lastWholeMonth(day: string): string {
  const month = day.slice(0, 7);
  if (day === lastDayOfMonth(month)) return month;
  const [year, of] = month.split('-').map(Number) as [number, number];
  return of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`;
}
