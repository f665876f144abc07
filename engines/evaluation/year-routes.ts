import { z } from 'zod';
import { isCalendarDate } from '#platform/clock';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { airMonthsOf } from './read/months.ts';
import { airPrimaryOf } from './read/primary.ts';
import { parseScope, scopeText } from './read/scope.ts';
import { airYearsOf } from './read/years.ts';
import { airMonths, airPrimary, airYears } from './wire.ts';

const date = z.string().refine(isCalendarDate, 'a date like 2021-10-01');
const year = z.coerce.number().int().min(2000).max(2100);
const yes = z.enum(['true', 'false']).optional();
const tags = ['air'];
const config = { may: 'air.read' };

/** What years are told by: side by side, month by month, by primary pollutant. */
export function yearRoutes(http: Http, { db, asOfDay }: { db: Db; asOfDay: (asked?: string) => string }): void {
  http.get('/api/air/months', {
    config,
    schema: {
      summary: 'Months of a year beside those of the year before',
      tags,
      querystring: z.object({ scope: scopeText, year, asOf: date.optional(), sandExcluded: yes }),
      response: { 200: airMonths },
    },
    handler: ({ query }) =>
      airMonthsOf(db, parseScope(query.scope), query.year, asOfDay(query.asOf), {
        sandExcluded: query.sandExcluded === 'true',
      }),
  });

  http.get('/api/air/years', {
    config,
    schema: {
      summary: 'Years side by side: statistics against their limits, days by class, composite index',
      tags,
      querystring: z.object({ scope: scopeText, asOf: date.optional(), sandExcluded: yes }),
      response: { 200: airYears },
    },
    handler: ({ query }) =>
      airYearsOf(db, parseScope(query.scope), asOfDay(query.asOf), { sandExcluded: query.sandExcluded === 'true' }),
  });

  http.get('/api/air/primary', {
    config,
    schema: {
      summary: 'Days by primary pollutant, by month, beside the same time a year before',
      tags,
      querystring: z.object({ scope: scopeText, year, asOf: date.optional() }),
      response: { 200: airPrimary },
    },
    handler: ({ query }) => airPrimaryOf(db, parseScope(query.scope), query.year, asOfDay(query.asOf)),
  });
}
