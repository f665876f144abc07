import { z } from 'zod';
import type { Http } from '#platform/http';
import { type BindDeps, bindingsOfMeasure, bindMeasure } from './acts.ts';
import { bindingGiven, measureBindings } from './wire.ts';

const params = z.object({ year: z.coerce.number().int().min(2000).max(2100), id: z.string().max(20) });
const tags = ['plan'];

/** Which indicators serve a measure, and who decided so. */
export function bindRoutes(http: Http, deps: BindDeps): void {
  http.get('/api/plans/:year/measures/:id/bindings', {
    config: { may: 'plan.read' },
    schema: {
      summary: 'The indicators of a measure, who decided them, and which others its words speak for',
      tags,
      params,
      response: { 200: measureBindings },
    },
    handler: ({ params: { year, id } }) => bindingsOfMeasure(deps, year, id),
  });

  http.put('/api/plans/:year/measures/:id/bindings', {
    config: { may: 'plan.bind' },
    schema: {
      summary: 'Decides which indicators serve a measure, the first leading; null gives the decision back',
      tags,
      params,
      body: bindingGiven,
      response: { 200: measureBindings },
    },
    handler: async ({ actor, params: { year, id }, body }) => {
      await bindMeasure(deps, actor, year, id, body);
      return bindingsOfMeasure(deps, year, id);
    },
  });
}
