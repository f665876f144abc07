import { z } from 'zod';
import type { Http } from '#platform/http';
import { type DeclareDeps, declarationOf, declareIndicator, dropIndicator } from './acts.ts';
import { indicatorDeclaration } from './schema.ts';

const params = z.object({ id: z.string().max(80) });
const tags = ['indicators'];

/** Indicators that an officer declares over any ledger or inspection. */
export function declareRoutes(http: Http, deps: DeclareDeps): void {
  http.post('/api/indicators', {
    config: { may: 'indicator.declare' },
    schema: {
      summary: 'Declares an indicator that the plan needs and the system does not have, or declares it anew',
      tags,
      body: z.object({ definition: z.record(z.string(), z.unknown()) }),
      response: { 201: z.object({ id: z.string() }) },
    },
    handler: async ({ actor, body }, reply) => {
      const { id } = await declareIndicator(deps, actor, body.definition);
      return reply.code(201).send({ id });
    },
  });

  http.get('/api/indicators/:id/declaration', {
    config: { may: 'indicators.read' },
    schema: {
      summary: 'What an officer declared, and who',
      tags,
      params,
      response: { 200: indicatorDeclaration },
    },
    handler: ({ params: { id } }) => declarationOf(deps, id),
  });

  http.delete('/api/indicators/:id/declaration', {
    config: { may: 'indicator.declare' },
    schema: {
      summary: 'Takes a declared indicator out that serves no measure',
      tags,
      params,
      response: { 204: z.null() },
    },
    handler: async ({ actor, params: { id } }, reply) => {
      await dropIndicator(deps, actor, id);
      return reply.code(204).send(null);
    },
  });
}
