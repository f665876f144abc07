import { z } from 'zod';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { dutiesOfPlan } from './plan-duties.ts';
import { measureParts } from './wire.ts';

export function dutyRoutes(http: Http, { db, districtCode }: { db: Db; districtCode: string }): void {
  http.get('/api/plans/:year/measures/:id/parts', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'The parts of a measure that have owners of their own',
      tags: ['plan'],
      params: z.object({ year: z.coerce.number().int().min(2000).max(2100), id: z.string().max(20) }),
      response: { 200: measureParts },
    },
    handler: async ({ params }) => ({
      parts: (await dutiesOfPlan(db, districtCode, params.year))
        .filter(({ measure }) => measure.id === params.id)
        .map(({ part, words, indicators, units }) => ({
          part,
          words,
          indicators: [...indicators],
          units: units.map(({ id, name, street }) => ({ id, name, street })),
        })),
    }),
  });
}
