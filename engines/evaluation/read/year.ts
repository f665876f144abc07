import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/store';
import { ruleBookForComparison } from '#standards/rule-book';
import type { EvaluationTables } from '../store.ts';
import type { AirScope, Provenance } from '../wire.ts';
import { editionFor } from './periods.ts';
import { provenanceOf, provenances } from './provenance.ts';

/** The year so far of one scope as it stood at the end of one day, in its stored form. */
export type YearSoFar = {
  readonly until: string;
  readonly edition: string;
  readonly statistics: Readonly<Record<string, string | null>>;
  /** pollutant → exact sum of its valid days, 'num/den' */
  readonly sums: Readonly<Record<string, string>>;
  readonly validDays: EvaluationTables['air_period']['valid_days'];
  readonly days: EvaluationTables['air_period']['days'];
  readonly provenance: readonly Provenance[];
  readonly digest: string;
};

/** One rule book for a year and the one before it: the one by which they may be compared, else that of the year's end. */
export const editionForYear = (year: number): string =>
  ruleBookForComparison([`${year}-12-31`, `${year - 1}-12-31`])?.id ?? editionFor(`${year}-12-31`);

/** Every stored day of a scope's year so far by one edition, in order of days, sand included. */
export async function yearSoFar(db: Db, scope: AirScope, year: number, edition: string): Promise<YearSoFar[]> {
  const [known, rows] = await Promise.all([
    provenances(db),
    db
      .withTables<EvaluationTables>()
      .selectFrom('air_period')
      .where('scope_kind', '=', scope.kind)
      .where('scope_code', '=', scope.code)
      .where('kind', '=', 'year_to_date')
      .where('edition', '=', edition)
      .where('sand_excluded', '=', false)
      .where('until_day', '>=', `${year}-01-01`)
      .where('until_day', '<=', `${year}-12-31`)
      .orderBy('until_day')
      .selectAll()
      .execute(),
  ]);
  return rows.map((row) => ({
    until: row.until_day,
    edition: row.edition,
    statistics: row.statistics,
    sums: row.sums,
    validDays: row.valid_days,
    days: row.days,
    provenance: provenanceOf(known, row.source_ids),
    digest: row.inputs_digest,
  }));
}

/** Scopes and years that have figures, with a mark that changes when any of the year's or the year before's do. */
export async function evaluatedYears(
  db: Db,
  districtCode: string,
): Promise<{ scope: AirScope; year: number; mark: string }[]> {
  const { rows } = await sql<{ kind: AirScope['kind']; code: string; year: number; mark: string }>`
    select scope_kind as kind, scope_code as code, extract(year from until_day)::int as year,
           md5(string_agg(inputs_digest, '' order by edition, until_day, sand_excluded)) as mark
      from air_period
     where kind = 'year_to_date'
       and (scope_kind <> 'district' or scope_code = ${districtCode})
     group by 1, 2, 3`.execute(db);
  const marks = new Map(rows.map((row) => [`${row.kind}|${row.code}|${row.year}`, row.mark]));
  return rows.map(({ kind, code, year, mark }) => ({
    scope: { kind, code },
    year,
    mark: createHash('md5')
      .update(`${mark}${marks.get(`${kind}|${code}|${year - 1}`) ?? ''}`)
      .digest('hex'),
  }));
}
