import { z } from 'zod';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { work, workList } from '../wire.ts';
import { cancelWork, findWork, listWork } from './store.ts';

const params = z.object({ id: z.uuid() });
const tags = ['work'];

export function workRoutes(http: Http, { db }: { db: Db }): void {
  http.get('/api/work', {
    config: { may: 'work.read' },
    schema: {
      summary: 'Long works, newest first',
      tags,
      querystring: z.object({
        kind: z.string().max(100).optional(),
        state: work.shape.state.optional(),
        limit: z.coerce.number().int().min(1).max(500).default(50),
      }),
      response: { 200: workList },
    },
    handler: async (request) => ({ works: await listWork(db, request.query) }),
  });

  http.get('/api/work/:id', {
    config: { may: 'work.read' },
    schema: { summary: 'One work with its progress', tags, params, response: { 200: work } },
    handler: (request) => findWork(db, request.params.id),
  });

  http.post('/api/work/:id/cancel', {
    config: { may: 'work.cancel' },
    schema: { summary: 'Wish a work to stop', tags, params, response: { 200: work } },
    handler: (request) => cancelWork(db, request.actor, request.params.id),
  });
}
