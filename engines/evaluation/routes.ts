import { z } from 'zod';
import { type Clock, daysBetween, isCalendarDate } from '#platform/clock';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { hoursRoute } from './hours-route.ts';
import { airEvidenceOf } from './read/evidence.ts';
import { dayLimits } from './read/limits.ts';
import { airOverviewOf } from './read/months.ts';
import { airDaysBetween, compareWithLastYear, editionFor } from './read/periods.ts';
import { parseScope, scopeText } from './read/scope.ts';
import { airDays, airEvidence, airOverview, comparison } from './wire.ts';
import { yearRoutes } from './year-routes.ts';

export type AirDeps = { db: Db; districtCode: string; clock: Clock };

const date = z.string().refine(isCalendarDate, 'a date like 2021-10-01');
const edition = z.string().max(40).optional();
const yes = z.enum(['true', 'false']).optional();
const TAGS = ['air'];
const MAY = { may: 'air.read' };
/** more than a leap year and what a calendar shows around it */
const MOST_DAYS = 1200;

export function airRoutes(http: Http, { db, districtCode, clock }: AirDeps): void {
  /** the day asked for, never after today: a demonstration's records may reach further */
  const asOfDay = (asked: string | undefined) => {
    const today = clock.today();
    return asked && asked < today ? asked : today;
  };

  http.get('/api/air/overview', {
    config: MAY,
    schema: {
      summary: 'District and stations: latest day, month and year so far against last year',
      tags: TAGS,
      querystring: z.object({ asOf: date.optional() }),
      response: { 200: airOverview },
    },
    handler: (request) => airOverviewOf(db, districtCode, asOfDay(request.query.asOf)),
  });

  hoursRoute(http, { db, checkSpan, asOfDay });

  http.get('/api/air/days', {
    config: MAY,
    schema: {
      summary: 'Days of a scope: printed figures, AQI, class, primary pollutants',
      tags: TAGS,
      querystring: z.object({ scope: scopeText, from: date, until: date, edition }),
      response: { 200: airDays },
    },
    handler: async ({ query }) => {
      const scope = parseScope(query.scope);
      const until = asOfDay(query.until);
      checkSpan(query.from, query.until);
      const book = query.edition ?? editionFor(until);
      const days = await airDaysBetween(db, scope, query.from, until, book);
      return { scope, edition: book, limits: dayLimits(book), days };
    },
  });

  yearRoutes(http, { db, asOfDay });

  http.get('/api/air/period', {
    config: MAY,
    schema: {
      summary: 'A month so far, a year so far or a year, beside the same one a year before',
      tags: TAGS,
      querystring: z.object({
        scope: scopeText,
        kind: z.enum(['month', 'year_to_date', 'year']),
        until: date,
        edition,
        sandExcluded: yes,
      }),
      response: { 200: comparison },
    },
    handler: async ({ query }) => {
      const found = await compareWithLastYear(db, parseScope(query.scope), query.kind, asOfDay(query.until), {
        ...(query.edition ? { edition: query.edition } : {}),
        sandExcluded: query.sandExcluded === 'true',
      });
      if (!found) throw noData(query.scope, query.until);
      return found;
    },
  });

  http.get('/api/air/evidence', {
    config: MAY,
    schema: {
      summary: 'What a figure is made of: days used, days left out and why, rules',
      tags: TAGS,
      querystring: z.object({
        scope: scopeText,
        statistic: z.string().max(40),
        from: date,
        until: date,
        edition,
        sandExcluded: yes,
      }),
      response: { 200: airEvidence },
    },
    handler: ({ query }) => {
      checkSpan(query.from, query.until);
      return airEvidenceOf(db, {
        scope: parseScope(query.scope),
        statistic: query.statistic,
        from: query.from,
        until: asOfDay(query.until),
        ...(query.edition ? { edition: query.edition } : {}),
        sandExcluded: query.sandExcluded === 'true',
      });
    },
  });
}

function checkSpan(from: string, until: string): void {
  if (until >= from && daysBetween(from, until) <= MOST_DAYS) return;
  throw new Refusal('bad_request', {
    zh: `时段须先后有序且不超过${MOST_DAYS}天，请修改起止日期。`,
    en: `The period must run forward and not exceed ${MOST_DAYS} days; change its dates.`,
  });
}

const noData = (scope: string, until: string) =>
  new Refusal('period_has_no_data', {
    zh: `${scope} 截至${until}的时段没有数据，请换一个时段或先导入观测数据。`,
    en: `There are no data of ${scope} in the period until ${until}; choose another one or import observations first.`,
  });
