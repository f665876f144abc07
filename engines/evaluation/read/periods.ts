import { sql } from 'kysely';
import { addMonths, type CalendarDate, lastDayOfMonth, yearStart } from '#platform/clock';
import type { Db } from '#platform/store';
import { changeRate } from '#standards/hj-663';
import { ruleBookForComparison, ruleBookOn } from '#standards/rule-book';
import { endsMonth } from '../figures/periods.ts';
import type { PeriodKind } from '../figures/statistics.ts';
import type { EvaluationTables } from '../store.ts';
import type { AirDay, AirPeriod, AirScope, Comparison } from '../wire.ts';
import { type Provenances, provenanceOf, provenances } from './provenance.ts';

const tables = (db: Db) => db.withTables<EvaluationTables>();

/** The rule book in force on a day; the oldest one for days before any. */
export const editionFor = (day: CalendarDate): string => ruleBookOn(day)?.id ?? '2013';

const wireDay = (row: EvaluationTables['air_day'], known: Provenances): AirDay => ({
  date: row.day,
  values: row.printed,
  hours: row.hours,
  iaqi: row.iaqi,
  aqi: row.aqi,
  level: row.level,
  primary: row.primary_pollutants,
  missing: row.missing,
  sand: row.sand,
  provenance: provenanceOf(known, row.source_ids),
});

/** The days of a scope, first to last, both included; days without any data are not in it. */
export async function airDaysBetween(
  db: Db,
  scope: AirScope,
  from: CalendarDate,
  until: CalendarDate,
  edition: string = editionFor(until),
): Promise<AirDay[]> {
  const [known, rows] = await Promise.all([
    provenances(db),
    tables(db)
      .selectFrom('air_day')
      .where('scope_kind', '=', scope.kind)
      .where('scope_code', '=', scope.code)
      .where('edition', '=', edition)
      .where('day', '>=', from)
      .where('day', '<=', until)
      .orderBy('day')
      .selectAll()
      .execute(),
  ]);
  return rows.map((row) => wireDay(row, known));
}

/** The last day up to a date that has data; null when there is none. */
export async function latestAirDay(db: Db, scope: AirScope, asOf: CalendarDate): Promise<AirDay | null> {
  const row = await tables(db)
    .selectFrom('air_day')
    .where('scope_kind', '=', scope.kind)
    .where('scope_code', '=', scope.code)
    .where('edition', '=', editionFor(asOf))
    .where('day', '<=', asOf)
    .orderBy('day', 'desc')
    .limit(1)
    .selectAll()
    .executeTakeFirst();
  return row ? wireDay(row, await provenances(db)) : null;
}

export type PeriodOptions = {
  /** a rule book's id; without it the one in force on `until` */
  edition?: string;
  sandExcluded?: boolean;
};

/** First day of the period of a kind that a day belongs to. */
export const periodStart = (kind: PeriodKind, day: CalendarDate): CalendarDate =>
  kind === 'month' ? `${day.slice(0, 7)}-01` : yearStart(day);

/**
 * A scope's month so far, year so far or whole year as of a day: the stored period that ends last in it, up to that day.
 * @returns null when the period has no data yet
 */
export async function airPeriodAsOf(
  db: Db,
  scope: AirScope,
  kind: PeriodKind,
  asOf: CalendarDate,
  { edition = editionFor(asOf), sandExcluded = false }: PeriodOptions = {},
): Promise<AirPeriod | null> {
  const row = await tables(db)
    .selectFrom('air_period')
    .where('scope_kind', '=', scope.kind)
    .where('scope_code', '=', scope.code)
    .where('kind', '=', kind)
    .where('edition', '=', edition)
    .where('until_day', '<=', asOf)
    .where('until_day', '>=', periodStart(kind, asOf))
    // a period without sand has one row, which is its figure with and without it
    .where((e) => (sandExcluded ? e.val(true) : e('sand_excluded', '=', false)))
    .orderBy('until_day', 'desc')
    .orderBy('sand_excluded', sandExcluded ? 'desc' : 'asc')
    .limit(1)
    .selectAll()
    .executeTakeFirst();
  if (!row) return null;
  return {
    scope,
    kind: row.kind,
    from: row.from_day,
    until: row.until_day,
    edition: row.edition,
    sandExcluded,
    statistics: row.statistics,
    validDays: row.valid_days,
    days: row.days,
    composite: row.composite,
    provenance: provenanceOf(await provenances(db), row.source_ids),
    computedAt: row.computed_at.toISOString(),
  };
}

/** The same day a year before; the end of a month stays the end of a month, so that a whole February meets a whole one. */
export const sameDayLastYear = (day: CalendarDate): CalendarDate => {
  const before = addMonths(day, -12);
  return endsMonth(day) ? lastDayOfMonth(before.slice(0, 7)) : before;
};

/**
 * A period beside the same one a year before, both by the rule book of the later one. Change rates are made of the
 * printed figures, as bulletins do.
 */
export async function compareWithLastYear(
  db: Db,
  scope: AirScope,
  kind: PeriodKind,
  asOf: CalendarDate,
  options: PeriodOptions = {},
): Promise<Comparison | null> {
  const now = await airPeriodAsOf(db, scope, kind, asOf, options);
  if (!now) return null;
  const last = sameDayLastYear(now.until);
  const edition = options.edition ?? ruleBookForComparison([now.until, last])?.id ?? now.edition;
  const before = await airPeriodAsOf(db, scope, kind, last, { ...options, edition });
  const change = Object.fromEntries([
    ...Object.entries(now.statistics).map(([key, value]) => [
      key,
      changeRate(value, before?.statistics[key] ?? null).rate,
    ]),
    ['composite', changeRate(now.composite.index, before?.composite.index ?? null).rate],
  ]);
  return { now, before, change };
}

/** Until which day a scope has data; null without any. */
export async function lastDataDay(db: Db, scope: AirScope): Promise<CalendarDate | null> {
  const row = await tables(db)
    .selectFrom('air_day')
    .where('scope_kind', '=', scope.kind)
    .where('scope_code', '=', scope.code)
    .select(sql<string | null>`max(day)`.as('last'))
    .executeTakeFirst();
  return row?.last ?? null;
}
