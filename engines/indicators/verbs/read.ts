import { type RawBuilder, sql } from 'kysely';
import { inspectionEvidence } from '#engines/inspections';
import { type EvidenceRow, ledgerEvidence, refreshEvidence } from '#engines/ledgers';
import type { Db } from '#platform/store';
import { conditionSql, keyOf, textOf } from './condition.ts';
import type { Backing, EvidenceSource, Tally } from './definition.ts';

export function evidenceOf(source: EvidenceSource): RawBuilder<EvidenceRow> {
  if ('ledger' in source) return ledgerEvidence(source.ledger);
  if ('ledgers' in source) return ledgerEvidence(...source.ledgers);
  return 'refreshes' in source ? refreshEvidence(source.refreshes) : inspectionEvidence(source.inspections);
}

/** What happens to a tally on a day in a place: rows that begin to count or, in a stock, cease to. */
export type Step = {
  readonly day: string;
  readonly street: string | null;
  readonly unit: string | null;
  /** rows that count; negative where a stock loses them */
  readonly rows: number;
  /** of `amount`, exact decimals; null without */
  readonly sum: string | null;
  readonly most: string | null;
  readonly least: string | null;
  readonly excluded: number;
  readonly simulated: boolean;
};

/** A month counts from its last day, in a stock from its first. */
export const dayOf = (column: string, end: 'first' | 'last', row: 'r' | 'b' = 'r') => {
  const text = textOf(column, row);
  const month =
    end === 'first'
      ? sql`(${text} || '-01')::date`
      : sql`((${text} || '-01')::date + interval '1 month' - interval '1 day')::date`;
  return sql<string>`case when length(${text}) = 7 then ${month} else left(${text}, 10)::date end`;
};

/** The day on which a row ceases to count in a stock: its `until` (after a month's last day), or when it was struck off. */
const endOf = (until: Tally['until'], yearEnd = false) => {
  if (!until) return sql`r.ended_on`;
  const ends = [until].flat().map((column) => {
    const text = textOf(column);
    return sql`case when length(${text}) = 7
      then ((${text} || '-01')::date + interval '1 month')::date else left(${text}, 10)::date end`;
  });
  const end = sql`least(${sql.join(ends)})`;
  return yearEnd
    ? sql`least(r.ended_on, (date_trunc('year', (${end})::timestamp) + interval '1 year')::date)`
    : sql`least(r.ended_on, ${end})`;
};

/** Rows that a tally takes, each with the day from which it counts, the day on which it ceases to, and why it is left out. */
export function takenRows({
  of,
  on,
  over,
  until,
  untilYearEnd,
  where = [],
  backed = [],
  exclude = [],
  amount,
  sameYear,
}: Tally): RawBuilder<TakenRow> {
  const reason = exclude.length
    ? sql`case ${sql.join(
        exclude.map(({ id, when }) => sql`when ${conditionSql(when)} then ${id}`),
        sql` `,
      )} end`
    : sql`null::text`;
  return sql`(
    select r.source, r.id, r.key, r.name, r.street_code, r.unit_id, r.simulated, r.values,
      ${dayOf(on, over === 'stock' ? 'first' : 'last')} as day,
      ${over === 'stock' ? endOf(until, untilYearEnd) : sql`null::date`} as ended,
      ${reason} as reason,
      ${amount ? sql`(${textOf(amount)})::numeric` : sql`null::numeric`} as amount
    from ${evidenceOf(of)} r
    where ${textOf(on)} is not null and ${conditionSql(where)}
      ${backed.length ? sql`and ${sql.join(backed.map(stands), sql` and `)}` : sql``}
      ${over === 'stock' ? sql`` : sql`and r.ended_on is null`}
      ${sameYear ? sql`and left(${textOf(sameYear)}, 4) = left(${textOf(on)}, 4)` : sql``}
      ${amount ? sql`and ${textOf(amount)} is not null` : sql``})`;
}

/** Whether the entry that a row names stood in its ledger on the row's day. */
function stands({ by, ledger, on, from, until = [], alike = [], where = [] }: Backing): RawBuilder<unknown> {
  const day = dayOf(on, 'last');
  const lasts = until.map((id) => sql`and (${textOf(id, 'b')} is null or ${dayOf(id, 'last', 'b')} >= ${day})`);
  const same = alike.map(({ column, as }) => sql`and ${keyOf(column)} = ${keyOf(as, 'b')}`);
  return sql`exists (select 1 from ${ledgerEvidence(ledger)} b where b.key = ${keyOf(by)}
    and ${dayOf(from, 'first', 'b')} <= ${day} and (b.ended_on is null or b.ended_on > ${day})
    ${lasts.length + same.length ? sql.join([...lasts, ...same], sql` `) : sql``} and ${conditionSql(where, 'b')})`;
}

export type TakenRow = Omit<EvidenceRow, 'ended_on'> & {
  day: string;
  ended: string | null;
  reason: string | null;
  amount: string | null;
};

/**
 * The steps of a tally, in order of days. With `distinct`, of the rows that share a value only the first of each year
 * counts; in a stock the value counts as long as one of its rows is there.
 */
export async function stepsOf(db: Db, tally: Tally): Promise<Step[]> {
  const { distinct, over } = tally;
  const within = over === 'latest' ? sql`, t.day` : sql`, extract(year from t.day)`;
  const counted = !distinct
    ? takenRows(tally)
    : over === 'stock'
      ? standingOnce(tally, distinct)
      : sql`(select * from (select t.*, row_number() over (
          partition by t.reason is null, t.values ->> ${sql.lit(distinct)}${within} order by t.day, t.id) as nth
        from ${takenRows(tally)} t) x where nth = 1)`;
  return stepsOfRows(db, counted, over === 'stock');
}

/** The steps of rows in order of days; of a stock also those on which they cease to count. */
export async function stepsOfRows(db: Db, counted: RawBuilder<unknown>, carries: boolean): Promise<Step[]> {
  const arrivals = sql`select day, street_code as street, unit_id as unit,
      (count(*) filter (where reason is null))::int as rows, (count(*) filter (where reason is not null))::int as excluded,
      sum(amount) filter (where reason is null) as sum, max(amount) filter (where reason is null) as most,
      min(amount) filter (where reason is null) as least, bool_or(simulated) as simulated
    from ${counted} c where ended is null or ended > day group by 1, 2, 3`;
  const departures = sql`select ended as day, street_code as street, unit_id as unit,
      -(count(*) filter (where reason is null))::int as rows, -(count(*) filter (where reason is not null))::int as excluded,
      -sum(amount) filter (where reason is null) as sum, null::numeric as most, null::numeric as least,
      bool_or(simulated) as simulated
    from ${counted} c where ended > day group by 1, 2, 3`;
  const { rows } = await sql<Step>`
    select day::text, street, unit, rows, excluded, sum::text, most::text, least::text, simulated
    from (${carries ? sql`${arrivals} union all ${departures}` : arrivals}) s order by day`.execute(db);
  return rows;
}

/** Of rows that share a value, laid end to end: one row for each span of days on which any of them stands. */
function standingOnce(tally: Tally, distinct: string): RawBuilder<unknown> {
  const same = sql`partition by t.reason is null, t.values ->> ${sql.lit(distinct)}`;
  return sql`(
    select (array_agg(street_code order by day, id))[1] as street_code, (array_agg(unit_id order by day, id))[1] as unit_id,
      bool_or(simulated) as simulated, min(day) as day, nullif(max(coalesce(ended, 'infinity')), 'infinity') as ended,
      (array_agg(reason order by day, id))[1] as reason, (array_agg(amount order by day, id))[1] as amount
    from (select s.*, count(*) filter (where begins) over (partition by reason is null, value order by day, id) as span
      from (select t.*, t.values ->> ${sql.lit(distinct)} as value,
          t.day > coalesce(max(coalesce(t.ended, 'infinity')) over (${same} order by t.day, t.id
            rows between unbounded preceding and 1 preceding), '-infinity') as begins
        from ${takenRows(tally)} t) s) x
    group by reason is null, value, span)`;
}

/** Whether a source has anything at all, and a mark that changes when any of it does. */
export async function sourceMark(db: Db, source: EvidenceSource): Promise<{ rows: number; mark: string }> {
  const { rows } = await sql<{ n: number; at: string | null }>`
    select count(*)::int as n, max(r.updated_at)::text as at from ${evidenceOf(source)} r`.execute(db);
  return { rows: rows[0]!.n, mark: `${rows[0]!.n} ${rows[0]!.at}` };
}
