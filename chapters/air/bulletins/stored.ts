import type { AirPeriod, Comparison } from '#engines/evaluation';
import { airDaysBetween, compareWithLastYear, scopesOf } from '#engines/evaluation';
import { addMonths, daysBetween, lastDayOfMonth } from '#platform/clock';
import { validityRule } from '#standards/gb-3095';
import { statisticMonthValid } from '#standards/hj-663';
import { SIX_POLLUTANTS, type SixPollutant } from '#standards/pollutants';
import { RULE_BOOKS, type RuleBook } from '#standards/rule-book';
import type { AirReads, Asked } from './reads.ts';

const DAYS_OF_YEAR = 365;

/** Whether so many days suffice for a whole month, or for a year so far that ends on a day. */
function suffices(book: RuleBook, kind: Asked['kind'], until: string, pollutant: SixPollutant, days: number): boolean {
  if (kind === 'month') {
    return statisticMonthValid(book.evaluation, pollutant, Number(until.slice(5, 7)), days) ?? false;
  }
  const least = validityRule(book.quality, 'PM25', 'year')?.least ?? DAYS_OF_YEAR;
  return days * DAYS_OF_YEAR >= least * (daysBetween(`${until.slice(0, 4)}-01-01`, until) + 1);
}

/**
 * A record that breaks off leaves a period that ends early and is judged by the days that it has. A bulletin speaks of
 * the whole month: such a period is judged by the month's own rule and named by the month's own end.
 */
function whole(period: AirPeriod, kind: Asked['kind'], until: string): AirPeriod {
  const book = RULE_BOOKS.find(({ id }) => id === period.edition);
  if (period.until === until || !book) return period;
  const validDays = SIX_POLLUTANTS.map((p) => {
    const days = period.validDays[p]?.days ?? 0;
    return [p, { days, sufficient: suffices(book, kind, until, p, days) }] as const;
  });
  return { ...period, until, validDays: Object.fromEntries(validDays) };
}

const yearBefore = (until: string): string => lastDayOfMonth(addMonths(until, -12).slice(0, 7));

const sameFigures = (a: Comparison, b: Comparison | null): boolean =>
  JSON.stringify([a.now.statistics, a.now.validDays]) === JSON.stringify([b?.now.statistics, b?.now.validDays]);

/** The bulletin's reads on the evaluation's stored figures. */
export const storedAir: AirReads = {
  async comparison(db, { scope, kind, until, sandExcluded = false }) {
    const both = await compareWithLastYear(db, scope, kind, until, { sandExcluded });
    if (!both) return null;
    // without sand there is one row only, and nothing to say of it a second time
    if (sandExcluded && sameFigures(both, await compareWithLastYear(db, scope, kind, until))) return null;
    return {
      ...both,
      now: whole(both.now, kind, until),
      before: both.before && whole(both.before, kind, yearBefore(until)),
    };
  },
  days: (db, scope, from, until) => airDaysBetween(db, scope, from, until),
  async stations(db, districtCode) {
    const scopes = await scopesOf(db, districtCode);
    return scopes
      .filter(({ scope }) => scope.kind === 'station')
      .map(({ scope, name }) => ({ code: scope.code, name: name.zh }));
  },
};
