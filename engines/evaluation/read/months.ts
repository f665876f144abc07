import { lastDayOfMonth } from '#platform/clock';
import type { Db } from '#platform/store';
import type { AirMonths, AirOverview, AirScope } from '../wire.ts';
import { compareWithLastYear, latestAirDay, type PeriodOptions } from './periods.ts';
import { scopesOf } from './scope.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/** The months of a year up to a day, each beside last year's; the last one may be a month so far. */
export async function airMonthsOf(
  db: Db,
  scope: AirScope,
  year: number,
  asOf: string,
  options: PeriodOptions = {},
): Promise<AirMonths> {
  const due = MONTHS.map((month) => `${year}-${month}`).filter((month) => `${month}-01` <= asOf);
  const months = await Promise.all(
    due.map(async (month) => {
      const last = lastDayOfMonth(month);
      const comparison = await compareWithLastYear(db, scope, 'month', last < asOf ? last : asOf, options);
      return comparison ? [{ ...comparison, month }] : [];
    }),
  );
  return { scope, year, months: months.flat() };
}

/** The district and its stations as of a day: latest day, month and year so far against last year's. */
export async function airOverviewOf(db: Db, districtCode: string, asOf: string): Promise<AirOverview> {
  const scopes = await Promise.all(
    (await scopesOf(db, districtCode)).map(async ({ scope, name }) => {
      const [latest, yearToDate, month] = await Promise.all([
        latestAirDay(db, scope, asOf),
        compareWithLastYear(db, scope, 'year_to_date', asOf),
        compareWithLastYear(db, scope, 'month', asOf),
      ]);
      return { scope, name, latest, yearToDate, month };
    }),
  );
  return { asOf, scopes };
}
