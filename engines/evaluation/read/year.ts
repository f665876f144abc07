import { sql } from 'kysely';
import type { Db } from '#platform/store';
import type { PeriodRow } from '../figures/periods.ts';
import type { EvaluationTables } from '../store.ts';
import type { AirScope, Provenance } from '../wire.ts';
import { provenanceOf, provenances } from './provenance.ts';

/** A year as it stood on one of its days. */
export type YearSoFar = Pick<
  PeriodRow,
  'until' | 'edition' | 'statistics' | 'sums' | 'validDays' | 'days' | 'digest'
> & {
  readonly provenance: readonly Provenance[];
};

/** The year so far on every day of a year that has one, by every rule book that it is kept by; sand included. */
export async function yearSoFar(db: Db, scope: AirScope, year: number): Promise<YearSoFar[]> {
  const known = await provenances(db);
  const rows = await db
    .withTables<EvaluationTables>()
    .selectFrom('air_period')
    .where('scope_kind', '=', scope.kind)
    .where('scope_code', '=', scope.code)
    .where('kind', '=', 'year_to_date')
    .where('sand_excluded', '=', false)
    .where('until_day', '>=', `${year}-01-01`)
    .where('until_day', '<=', `${year}-12-31`)
    .orderBy('until_day')
    .selectAll()
    .execute();
  return rows.map((row) => ({
    until: row.until_day,
    edition: row.edition,
    statistics: row.statistics,
    sums: row.sums,
    validDays: row.valid_days,
    days: row.days,
    digest: row.inputs_digest,
    provenance: provenanceOf(known, row.source_ids),
  }));
}

export type EvaluatedYear = { readonly scope: AirScope; readonly year: number; readonly mark: string };

/** Which scopes have figures in which years, with a mark that changes whenever one of them does. */
export async function evaluatedYears(db: Db): Promise<EvaluatedYear[]> {
  const rows = await db
    .withTables<EvaluationTables>()
    .selectFrom('air_period')
    .where('kind', '=', 'year_to_date')
    .groupBy(['scope_kind', 'scope_code', sql`extract(year from until_day)`])
    .orderBy('scope_kind')
    .orderBy('scope_code')
    .select(['scope_kind', 'scope_code'])
    .select([
      sql<number>`extract(year from until_day)::int`.as('year'),
      sql<string>`count(*) || '@' || max(computed_at)::text`.as('mark'),
    ])
    .execute();
  return rows.map((row) => ({
    scope: { kind: row.scope_kind, code: row.scope_code },
    year: row.year,
    mark: row.mark,
  }));
}
