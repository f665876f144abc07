import { z } from 'zod';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { addSandPeriod, changeSandPeriod, listSandPeriods, removeSandPeriod } from './sand.ts';
import { sandPeriod } from './wire.ts';

const tags = ['observations'];
const given = z.object({
  begins: z.iso.datetime({ offset: true }),
  ends: z.iso.datetime({ offset: true }),
  source: z.string().min(1).max(300),
});
const params = z.object({ id: z.coerce.number().int().positive() });

export function sandRoutes(http: Http, { db, districtCode }: { db: Db; districtCode: string }): void {
  http.get('/api/sand-periods', {
    config: { may: 'air.read' },
    schema: {
      summary: 'Sand-dust periods with their source, newest first',
      tags,
      response: { 200: z.object({ periods: z.array(sandPeriod) }) },
    },
    handler: async () => ({ periods: await listSandPeriods(db, districtCode) }),
  });

  http.post('/api/sand-periods', {
    config: { may: 'sand.edit' },
    schema: {
      summary: 'Adds a sand-dust period; times are ISO with offset',
      tags,
      body: given,
      response: { 201: z.object({ id: z.number() }) },
    },
    handler: async (request, reply) => {
      const { begins, ends, source } = request.body;
      const period = { districtCode, begins: new Date(begins), ends: new Date(ends), source };
      return reply.code(201).send({ id: await addSandPeriod(db, request.actor, period) });
    },
  });

  http.put('/api/sand-periods/:id', {
    config: { may: 'sand.edit' },
    schema: {
      summary: 'Changes a sand-dust period; the days of both spans are computed again',
      tags,
      params,
      body: given,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      const { begins, ends, source } = request.body;
      const period = { districtCode, begins: new Date(begins), ends: new Date(ends), source };
      await changeSandPeriod(db, request.actor, request.params.id, period);
      return reply.code(204).send(null);
    },
  });

  http.delete('/api/sand-periods/:id', {
    config: { may: 'sand.edit' },
    schema: {
      summary: 'Removes a sand-dust period',
      tags,
      params,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      await removeSandPeriod(db, request.actor, districtCode, request.params.id);
      return reply.code(204).send(null);
    },
  });
}
