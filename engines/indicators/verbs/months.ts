import { sql } from 'kysely';
import { lastDayOfMonth } from '#platform/clock';
import type { Db } from '#platform/store';
import { ratioPercent } from '#standards/gb-t-8170';
import type { IndicatorScope } from '../definition.ts';
import { keyOf } from './condition.ts';
import type { How } from './definition.ts';
import { takenRows } from './read.ts';
import type { FigureYear } from './year.ts';

export type MonthlyShare = Extract<How, { verb: 'monthlyShare' }>;
/** Whether an entry is in a month's denominator: on the books when the month begins, or on any of its days. */
export type Membership = 'start' | 'any';
export type MonthCount = {
  month: string;
  street: string | null;
  unit: string | null;
  due: number;
  done: number;
  excluded: number;
  simulated: boolean;
};

/** Per month until a day, street and unit: how many entries were on the books, and how many of them were seen. */
export async function monthCounts(
  db: Db,
  how: MonthlyShare,
  { from, until, membership }: { from: string; until: string; membership: Membership },
): Promise<MonthCount[]> {
  const seenBy = how.by ? keyOf(how.by) : sql`r.values ->> 'entry'`;
  const { rows } = await sql<MonthCount>`
    with month as (
      select m::date as first, (m + interval '1 month' - interval '1 day')::date as last
      from generate_series(date_trunc('month', ${from}::date), ${until}::date, interval '1 month') m),
    seen as materialized (
      select distinct ${seenBy} as key, date_trunc('month', r.day)::date as first from ${takenRows(how.of)} r
      where r.reason is null and r.day between ${from}::date and ${until}::date),
    kept as materialized (select * from ${takenRows(how.in)} k)
    select to_char(month.first, 'YYYY-MM') as month, k.street_code as street, k.unit_id as unit,
      (count(*) filter (where k.reason is null))::int as due,
      (count(*) filter (where k.reason is null and seen.key is not null))::int as done,
      (count(*) filter (where k.reason is not null))::int as excluded, bool_or(k.simulated) as simulated
    from month join kept k on k.day <= ${membership === 'start' ? sql`month.first` : sql`month.last`}
      and (k.ended is null or k.ended > month.first)
    left join seen on seen.key = k.key and seen.first = month.first
    where month.last <= ${until}::date
    group by 1, 2, 3 order by 1`.execute(db);
  return rows;
}

/** A scope's year of monthly shares: the figure of each month stands from its last day. */
export function monthYear(
  counts: readonly MonthCount[],
  scope: IndicatorScope,
  year: number,
  decimals: number,
): FigureYear {
  const days = new Map<string, { due: number; done: number; excluded: number; simulated: boolean }>();
  for (const one of counts) {
    const mine = scope.kind === 'district' || (scope.kind === 'street' ? one.street : one.unit) === scope.code;
    if (!mine || !one.month.startsWith(String(year))) continue;
    const day = lastDayOfMonth(one.month);
    const held = days.get(day) ?? { due: 0, done: 0, excluded: 0, simulated: false };
    days.set(day, {
      due: held.due + one.due,
      done: held.done + one.done,
      excluded: held.excluded + one.excluded,
      simulated: held.simulated || one.simulated,
    });
  }
  return {
    before: null,
    days: new Map(
      [...days].map(([day, { due, done, excluded, simulated }]) => [
        day,
        {
          value: due ? ratioPercent(String(done), String(due), decimals) : null,
          parts: { done, due },
          evidence: due,
          excluded,
          simulated,
        },
      ]),
    ),
  };
}
