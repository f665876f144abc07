/**
 * Routes of the system itself: is it alive (`/healthz`, for whoever restarts it), how is it (`/api/health`, for its
 * keeper), what does it count (`/metrics`, for Prometheus).
 */
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { z } from 'zod';
import { type Http, isThisMachine } from '#platform/http';
import { refusalFor } from '#platform/permissions';
import { type HealthDeps, healthOf } from './health.ts';
import { measure } from './metrics.ts';
import { healthReport } from './wire.ts';

export type SystemDeps = HealthDeps & { pool: Pool };

export function systemRoutes(http: Http, deps: SystemDeps): void {
  const metrics = measure(http, deps);

  http.get('/healthz', {
    config: { may: 'anyone', hidden: true },
    schema: { response: { 200: z.object({ status: z.string() }), 503: z.object({ status: z.string() }) } },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        await sql`select 1`.execute(deps.db);
        return { status: 'good' };
      } catch (error) {
        request.log.error({ err: error }, 'the database does not answer');
        return reply.code(503).send({ status: 'the database does not answer' });
      }
    },
  });

  http.get('/api/health', {
    config: { may: 'health.read' },
    schema: { summary: 'How the system is', tags: ['system'], response: { 200: healthReport } },
    handler: () => healthOf(deps),
  });

  http.get('/metrics', {
    config: { may: 'anyone', hidden: true },
    handler: async (request, reply) => {
      if (!isThisMachine(request) && !request.actor.may('health.read'))
        throw refusalFor(request.actor.accountId, 'health.read');
      return reply.type(metrics.contentType).send(await metrics.metrics());
    },
  });
}
