import { sql } from 'kysely';
import type { Provenance } from '#engines/evaluation';
import type { Db } from '#platform/store';
import type { IndicatorParts, IndicatorPoint, IndicatorScope } from './definition.ts';

export type BoundTarget = { operator: string; value: string | null; unit: string | null };
/** How a figure has to get to its target; months: quantities of January to December. */
export type BoundPace = { kind: 'line' | 'level'; months: string[] | null };

export type IndicatorTables = {
  measure_indicator: {
    version_id: string;
    measure_id: string;
    indicator_id: string;
    position: number;
    target: BoundTarget | null;
    pace: BoundPace | null;
  };
  indicator_value: {
    indicator_id: string;
    scope_kind: IndicatorScope['kind'];
    scope_code: string;
    period: string;
    from_day: string;
    until_day: string;
    value: string | null;
    last_year: string | null;
    edition: string;
    parts: IndicatorParts;
    evidence: number;
    excluded: number;
    provenance: Provenance[];
    inputs_digest: string;
    computed_at: Date;
  };
  indicator_mark: { indicator_id: string; scope_kind: string; scope_code: string; year: number; mark: string };
};

export type ValueRow = IndicatorTables['indicator_value'];
const tables = (db: Db) => db.withTables<IndicatorTables>();

/** The one period that is kept: from 1 January to each day. */
export const YEAR_TO_DATE = 'year_to_date';

/**
 * Makes the stored points of a scope's year those given: new ones in, changed ones rewritten, gone ones out; what is the
 * same keeps its row and the time at which it was computed.
 * @returns how many rows changed
 */
export async function writePoints(
  db: Db,
  indicatorId: string,
  scope: IndicatorScope,
  year: number,
  points: readonly IndicatorPoint[],
): Promise<number> {
  const given = JSON.stringify(
    points.map((p) => ({
      until_day: p.until,
      value: p.value,
      last_year: p.lastYear,
      edition: p.edition,
      parts: p.parts,
      evidence: p.evidence,
      excluded: p.excluded,
      provenance: p.provenance,
      inputs_digest: p.digest,
    })),
  );
  const gone = await sql`
    delete from indicator_value v where indicator_id = ${indicatorId} and scope_kind = ${scope.kind}
      and scope_code = ${scope.code} and period = ${YEAR_TO_DATE} and from_day = make_date(${year}::int, 1, 1)
      and not exists (select 1 from jsonb_to_recordset(${given}::jsonb) g (until_day date) where g.until_day = v.until_day)
  `.execute(db);
  const put = await sql`
    insert into indicator_value (indicator_id, scope_kind, scope_code, period, from_day, until_day, value, last_year,
      edition, parts, evidence, excluded, provenance, inputs_digest)
    select ${indicatorId}, ${scope.kind}, ${scope.code}, ${YEAR_TO_DATE}, make_date(${year}::int, 1, 1), g.until_day, g.value,
      g.last_year, g.edition, g.parts, g.evidence, g.excluded, g.provenance, g.inputs_digest
      from jsonb_to_recordset(${given}::jsonb) g (until_day date, value text, last_year text, edition text, parts jsonb,
        evidence int, excluded int, provenance jsonb, inputs_digest text)
    on conflict (indicator_id, scope_kind, scope_code, period, until_day) do update set
      value = excluded.value, last_year = excluded.last_year, edition = excluded.edition, parts = excluded.parts,
      evidence = excluded.evidence, excluded = excluded.excluded, provenance = excluded.provenance,
      inputs_digest = excluded.inputs_digest, computed_at = now()
    where indicator_value.inputs_digest <> excluded.inputs_digest
  `.execute(db);
  return Number(gone.numAffectedRows ?? 0) + Number(put.numAffectedRows ?? 0);
}

/** Makes the stored points of an indicator, of all its scopes and years, those given. @returns how many rows changed */
export async function writeAllPoints(
  db: Db,
  indicatorId: string,
  points: readonly { scope: IndicatorScope; year: number; point: IndicatorPoint }[],
): Promise<number> {
  const given = JSON.stringify(
    points.map(({ scope, year, point: p }) => ({
      scope_kind: scope.kind,
      scope_code: scope.code,
      from_day: `${year}-01-01`,
      until_day: p.until,
      value: p.value,
      last_year: p.lastYear,
      edition: p.edition,
      parts: p.parts,
      evidence: p.evidence,
      excluded: p.excluded,
      provenance: p.provenance,
      inputs_digest: p.digest,
    })),
  );
  const { rows } = await sql<{ changed: number }>`
    with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) g (scope_kind text, scope_code text, from_day date, until_day date,
        value text, last_year text, edition text, parts jsonb, evidence int, excluded int, provenance jsonb,
        inputs_digest text)),
    gone as (
      delete from indicator_value v where indicator_id = ${indicatorId} and period = ${YEAR_TO_DATE}
        and not exists (select 1 from given g where (g.scope_kind, g.scope_code, g.until_day)
          = (v.scope_kind, v.scope_code, v.until_day))
      returning 1),
    put as (
      insert into indicator_value (indicator_id, scope_kind, scope_code, period, from_day, until_day, value, last_year,
        edition, parts, evidence, excluded, provenance, inputs_digest)
      select ${indicatorId}, scope_kind, scope_code, ${YEAR_TO_DATE}, from_day, until_day, value, last_year, edition, parts,
        evidence, excluded, provenance, inputs_digest from given
      on conflict (indicator_id, scope_kind, scope_code, period, until_day) do update set
        value = excluded.value, last_year = excluded.last_year, edition = excluded.edition, parts = excluded.parts,
        evidence = excluded.evidence, excluded = excluded.excluded, provenance = excluded.provenance,
        inputs_digest = excluded.inputs_digest, computed_at = now()
      where indicator_value.inputs_digest <> excluded.inputs_digest
      returning 1)
    select ((select count(*) from gone) + (select count(*) from put))::int as changed`.execute(db);
  return rows[0]!.changed;
}

/** Marks of the evidence that values were computed from: 'indicator|kind|code|year' → mark. */
export async function readMarks(db: Db): Promise<Map<string, string>> {
  const rows = await tables(db).selectFrom('indicator_mark').selectAll().execute();
  return new Map(rows.map((r) => [`${r.indicator_id}|${r.scope_kind}|${r.scope_code}|${r.year}`, r.mark]));
}

export async function writeMark(
  db: Db,
  indicatorId: string,
  scope: IndicatorScope,
  year: number,
  mark: string,
): Promise<void> {
  await tables(db)
    .insertInto('indicator_mark')
    .values({ indicator_id: indicatorId, scope_kind: scope.kind, scope_code: scope.code, year, mark })
    .onConflict((c) => c.columns(['indicator_id', 'scope_kind', 'scope_code', 'year']).doUpdateSet({ mark }))
    .execute();
}

/** The latest value of each indicator in a scope's year as of a day. */
export async function valuesAsOf(
  db: Db,
  indicatorIds: readonly string[],
  scope: IndicatorScope,
  year: number,
  asOf: string,
): Promise<Map<string, ValueRow>> {
  // one step down the index an indicator: `distinct on` would read the whole year of each
  const { rows } = await sql<ValueRow>`
    select v.* from unnest(${indicatorIds}::text[]) asked (id) cross join lateral (
      select * from indicator_value where indicator_id = asked.id and scope_kind = ${scope.kind} and scope_code = ${scope.code}
        and period = ${YEAR_TO_DATE} and until_day between ${`${year}-01-01`} and ${asOf}
      order by until_day desc limit 1) v`.execute(db);
  return new Map(rows.map((row) => [row.indicator_id, row]));
}

/** A year's values of one indicator in the order of their days, until a day. */
export async function valuesOfYear(
  db: Db,
  indicatorId: string,
  scope: IndicatorScope,
  year: number,
  until = `${year}-12-31`,
): Promise<Pick<ValueRow, 'until_day' | 'value' | 'last_year' | 'edition' | 'parts'>[]> {
  return tables(db)
    .selectFrom('indicator_value')
    .where('indicator_id', '=', indicatorId)
    .where('scope_kind', '=', scope.kind)
    .where('scope_code', '=', scope.code)
    .where('period', '=', YEAR_TO_DATE)
    .where('until_day', '>=', `${year}-01-01`)
    .where('until_day', '<=', until)
    .orderBy('until_day')
    .select(['until_day', 'value', 'last_year', 'edition', 'parts'])
    .execute();
}

/** The latest value of every street and unit in a year as of a day. */
export async function valuesOfPlaces(db: Db, indicatorId: string, year: number, asOf: string): Promise<ValueRow[]> {
  return tables(db)
    .selectFrom('indicator_value')
    .distinctOn(['scope_kind', 'scope_code'])
    .where('indicator_id', '=', indicatorId)
    .where('scope_kind', 'in', ['street', 'unit'])
    .where('period', '=', YEAR_TO_DATE)
    .where('until_day', '>=', `${year}-01-01`)
    .where('until_day', '<=', asOf)
    .orderBy('scope_kind')
    .orderBy('scope_code')
    .orderBy('until_day', 'desc')
    .selectAll()
    .execute();
}

/** The years in which an indicator has values, newest first. */
export async function yearsOf(db: Db, indicatorId: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from from_day)::int as year from indicator_value
    where indicator_id = ${indicatorId} order by 1 desc`.execute(db);
  return rows.map(({ year }) => year);
}

export type Bound = {
  readonly indicatorId: string;
  readonly target: BoundTarget | null;
  readonly pace: BoundPace | null;
};

/** Which indicators serve which measure of a version, in their order. */
export async function bindingsOf(db: Db, versionId: string): Promise<Map<string, Bound[]>> {
  const rows = await tables(db)
    .selectFrom('measure_indicator')
    .where('version_id', '=', versionId)
    .orderBy('measure_id')
    .orderBy('position')
    .selectAll()
    .execute();
  const bound = new Map<string, Bound[]>();
  for (const row of rows)
    bound.set(row.measure_id, [
      ...(bound.get(row.measure_id) ?? []),
      { indicatorId: row.indicator_id, target: row.target, pace: row.pace },
    ]);
  return bound;
}

/** Makes a version's bindings those given, whole. @returns rows written */
export async function writeBindings(
  db: Db,
  versionId: string,
  bindings: ReadonlyMap<string, readonly Bound[]>,
): Promise<number> {
  const rows = [...bindings].flatMap(([measureId, bound]) =>
    bound.map(({ indicatorId, target, pace }, position) => ({
      version_id: versionId,
      measure_id: measureId,
      indicator_id: indicatorId,
      position,
      target: (target ? JSON.stringify(target) : null) as unknown as null,
      pace: (pace ? JSON.stringify(pace) : null) as unknown as null,
    })),
  );
  await db.transaction().execute(async (tx) => {
    await tables(tx).deleteFrom('measure_indicator').where('version_id', '=', versionId).execute();
    if (rows.length) await tables(tx).insertInto('measure_indicator').values(rows).execute();
  });
  return rows.length;
}
