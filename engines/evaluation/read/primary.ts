import { sql } from 'kysely';
import { lastDayOfMonth } from '#platform/clock';
import type { Db } from '#platform/store';
import { ruleBookForComparison } from '#standards/rule-book';
import type { AirPrimary, AirScope } from '../wire.ts';
import { editionFor, sameDayLastYear } from './periods.ts';
import { provenanceOf, provenances } from './provenance.ts';

type Counts = AirPrimary['total'];
type Row = { month: string; primary_pollutants: string[]; days: number; sources: number[] };

/**
 * Days of a year so far by primary pollutant, month by month and together, beside the same time a year before by the
 * same rule book. A day with several primary pollutants counts for each of them (HJ 633: 首要污染物可以并列).
 */
export async function airPrimaryOf(db: Db, scope: AirScope, year: number, asOf: string): Promise<AirPrimary> {
  const until = asOf < `${year}-12-31` ? asOf : `${year}-12-31`;
  const last = sameDayLastYear(until);
  const edition = ruleBookForComparison([until, last])?.id ?? editionFor(until);
  const [now, before, known] = await Promise.all([
    rowsOf(db, scope, edition, `${year}-01-01`, until),
    rowsOf(db, scope, edition, `${year - 1}-01-01`, last),
    provenances(db),
  ]);
  const months = [...new Set(now.map(({ month }) => month))].map((month) => ({
    month,
    from: `${month}-01`,
    until: lastDayOfMonth(month) < until ? lastDayOfMonth(month) : until,
    ...countsOf(now.filter((row) => row.month === month)),
  }));
  return {
    scope,
    edition,
    from: `${year}-01-01`,
    until,
    months,
    total: countsOf(now),
    before: before.length ? countsOf(before) : null,
    provenance: provenanceOf(known, [...new Set(now.flatMap(({ sources }) => sources))]),
  };
}

function countsOf(rows: readonly Row[]): Counts {
  const counts: Counts = { days: {}, named: 0, tied: 0, valid: 0 };
  for (const { primary_pollutants: named, days } of rows) {
    counts.valid += days;
    if (named.length) counts.named += days;
    if (named.length > 1) counts.tied += days;
    for (const pollutant of named) counts.days[pollutant] = (counts.days[pollutant] ?? 0) + days;
  }
  return counts;
}

async function rowsOf(db: Db, scope: AirScope, edition: string, from: string, until: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select to_char(day, 'YYYY-MM') as month, primary_pollutants, count(distinct day)::int as days,
           coalesce(array_agg(distinct source) filter (where source is not null), '{}') as sources
      from air_day left join lateral unnest(source_ids) as source on true
     where scope_kind = ${scope.kind} and scope_code = ${scope.code} and edition = ${edition}
       and day between ${from} and ${until} and aqi is not null
     group by 1, 2 order by 1`.execute(db);
  return rows;
}
