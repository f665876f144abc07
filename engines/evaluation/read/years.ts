import { sql } from 'kysely';
import { daysBetween } from '#platform/clock';
import type { Db } from '#platform/store';
import { compareDecimal } from '#standards/gb-t-8170';
import { annualAttainment, annualLimits } from '#standards/hj-663';
import { SIX_POLLUTANTS } from '#standards/pollutants';
import { RULE_BOOKS, type RuleBook } from '#standards/rule-book';
import { meanKey, percentileKey } from '../figures/statistics.ts';
import type { AirPeriod, AirScope, AirYears } from '../wire.ts';
import { airPeriodAsOf, editionFor } from './periods.ts';

const CITY = 2;

/**
 * Every year of a scope that has figures up to a day, oldest first, judged item by item. All by the rule book of that
 * day where it was evaluated by it; a year that was not keeps the one of its own end, and says so.
 */
export async function airYearsOf(
  db: Db,
  scope: AirScope,
  asOf: string,
  { sandExcluded = false }: { sandExcluded?: boolean } = {},
): Promise<AirYears> {
  const [evaluated, sand] = await Promise.all([evaluatedYears(db, scope, asOf), sandDays(db, scope, asOf)]);
  const wanted = editionFor(asOf);
  const years = await Promise.all(
    [...new Set(evaluated.map(({ year }) => year))].map(async (year) => {
      const end = `${year}-12-31` < asOf ? `${year}-12-31` : asOf;
      const known = evaluated.filter((one) => one.year === year).map(({ edition }) => edition);
      const edition = [wanted, editionFor(end)].find((id) => known.includes(id)) ?? known[0];
      const options = { sandExcluded, ...(edition ? { edition } : {}) };
      const period =
        (end.endsWith('-12-31') && (await airPeriodAsOf(db, scope, 'year', end, options))) ||
        (await airPeriodAsOf(db, scope, 'year_to_date', end, options));
      return period ? [{ year, sandDays: sand.get(`${year} ${period.edition}`) ?? 0, ...judgeYear(period) }] : [];
    }),
  );
  return { scope, years: years.flat() };
}

function judgeYear(period: AirPeriod) {
  const book = RULE_BOOKS.find(({ id }) => id === period.edition) as RuleBook;
  const { statistics } = period;
  const verdict = annualAttainment(
    book.quality,
    Object.fromEntries(
      SIX_POLLUTANTS.map((p) => [
        p,
        { annualMean: statistics[meanKey(p)] ?? null, percentile: statistics[percentileKey(p)] ?? null },
      ]),
    ),
    CITY,
  );
  return {
    whole: period.kind === 'year',
    daysPassed: daysBetween(period.from, period.until) + 1,
    period,
    rules: [book.quality, book.index, book.evaluation],
    items: annualLimits(book.quality, CITY).map(({ pollutant, statistic, limit }) => {
      const key = statistic === 'annualMean' ? meanKey(pollutant) : percentileKey(pollutant);
      const value = statistics[key] ?? null;
      const attained = value === null ? null : compareDecimal(value, limit.value) <= 0;
      return { key, pollutant, averaging: limit.averaging, value, limit: limit.value, unit: limit.unit, attained };
    }),
    attained: verdict.attained as Record<string, boolean | null>,
    allAttained: verdict.allAttained,
  };
}

async function evaluatedYears(db: Db, scope: AirScope, asOf: string): Promise<{ year: number; edition: string }[]> {
  const { rows } = await sql<{ year: number; edition: string }>`
    select distinct extract(year from until_day)::int as year, edition from air_period
     where scope_kind = ${scope.kind} and scope_code = ${scope.code} and kind = 'year_to_date' and until_day <= ${asOf}
     order by 1`.execute(db);
  return rows;
}

async function sandDays(db: Db, scope: AirScope, asOf: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ at: string; days: number }>`
    select extract(year from day)::int || ' ' || edition as at, count(*)::int as days from air_day
     where scope_kind = ${scope.kind} and scope_code = ${scope.code} and sand and day <= ${asOf} group by 1`.execute(
    db,
  );
  return new Map(rows.map(({ at, days }) => [at, days]));
}
