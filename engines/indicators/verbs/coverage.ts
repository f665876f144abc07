import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/store';
import { keyOf } from './condition.ts';
import type { How, Tally } from './definition.ts';
import { type Step, stepsOfRows, takenRows } from './read.ts';

export type Coverage = Extract<How, { verb: 'coverage' }>;

const YEAR_AFTER = sql`(date_trunc('year', t.day::timestamp) + interval '1 year')::date`;

/** Rows with the span of days on which they count: what happened in a year counts to its end. */
const spansOf = (tally: Tally, key: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select t.*, ${tally.over === 'stock' ? sql`coalesce(t.ended, 'infinity')` : YEAR_AFTER} as until
  from (select r.*, ${key} as named from ${takenRows(tally)} r) t)`;

/**
 * Entries with each span of days on which they stand and something covers them: spans that touch are one, so that an entry
 * covered twice counts once.
 */
export function coveredRows({ of, by, in: base }: Coverage): RawBuilder<unknown> {
  return sql`(
    select (array_agg(source))[1] as source, id, (array_agg(key))[1] as key, (array_agg(name))[1] as name,
      (array_agg(street_code))[1] as street_code, (array_agg(unit_id))[1] as unit_id, bool_or(simulated) as simulated,
      min(first) as day, nullif(max(last), 'infinity') as ended, null::text as reason, (array_agg(amount))[1] as amount
    from (select p.*, count(*) filter (where begins) over (partition by source, id order by first, last) as span
      from (select b.source, b.id, b.key, b.name, b.street_code, b.unit_id, b.simulated, b.amount,
          greatest(b.day, c.day) as first, least(b.until, c.until) as last,
          greatest(b.day, c.day) > coalesce(max(least(b.until, c.until)) over (partition by b.source, b.id
            order by greatest(b.day, c.day), least(b.until, c.until) rows between unbounded preceding and 1 preceding),
            '-infinity') as begins
        from ${spansOf(base, sql`r.key`)} b
        join ${spansOf(of, keyOf(by))} c on c.named = b.named and c.day < b.until and b.day < c.until
        where b.reason is null and c.reason is null) p) q
    group by source, id, span)`;
}

/** The steps of the covered entries of a stock or of a year, in order of days. */
export const coverageSteps = (db: Db, how: Coverage): Promise<Step[]> => stepsOfRows(db, coveredRows(how), true);
