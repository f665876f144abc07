import { z } from 'zod';
import { isCalendarDate } from '#platform/clock';
import type { Http } from '#platform/http';
import type { TableDeps } from '../living-table.ts';
import { PARTS } from '../verbs/rows.ts';
import { indicatorDetailOf, type SourceNames } from './detail.ts';
import { evidenceOfIndicator } from './evidence.ts';
import { evidencePage, indicatorDetail } from './wire.ts';

const day = z.string().refine(isCalendarDate, 'a date like 2021-10-31');
const params = z.object({ id: z.string().max(80) });
const scope = z.string().max(80).optional();
const tags = ['indicators'];

/** One indicator, and the rows behind its figure. */
export function oneIndicatorRoutes(http: Http, deps: TableDeps & { sourceNames: SourceNames }): void {
  http.get('/api/indicators/:id', {
    config: { may: 'indicators.read' },
    schema: {
      summary:
        'One indicator: how it is computed, its course, every street and unit, what it serves, evidence claimed twice',
      tags,
      params,
      querystring: z.object({
        scope,
        year: z.coerce.number().int().min(2000).max(2100).optional(),
        asOf: day.optional(),
      }),
      response: { 200: indicatorDetail },
    },
    handler: ({ params: { id }, query }) => indicatorDetailOf(deps, { id, ...query }),
  });

  http.get('/api/indicators/:id/evidence', {
    config: { may: 'indicators.read' },
    schema: {
      summary: 'A page of the rows behind a figure as of a day: counted, base, missing, the rest or left out by name',
      tags,
      params,
      querystring: z.object({
        scope,
        until: day,
        part: z.enum(PARTS).default('of'),
        after: z.string().max(40).optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      response: { 200: evidencePage },
    },
    handler: ({ params: { id }, query }) => evidenceOfIndicator(deps, { id, ...query }),
  });
}
