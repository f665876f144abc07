import { z } from 'zod';
import { type Clock, isCalendarDate } from '#platform/clock';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { isPollutant } from '#standards/pollutants';
import { calibrationList } from '../wire.ts';
import { admitCalibration, draftCalibration, withdrawCalibration } from './acts.ts';
import { listCalibrations } from './store.ts';

const date = z.string().refine(isCalendarDate, 'a date like 2021-10-01');
const tags = ['quality'];
const params = z.object({ id: z.uuid() });
const reason = z.string().trim().min(1).max(500);
const code = z.string().trim().min(1).max(64);

export function calibrationRoutes(http: Http, { db, clock }: { db: Db; clock: Clock }): void {
  http.get('/api/quality/calibrations', {
    config: { may: 'quality.read' },
    schema: {
      summary: 'Calibration models with versions, validity and error on data left out, newest first',
      tags,
      querystring: z.object({ device: code.optional() }),
      response: { 200: calibrationList },
    },
    handler: async ({ query, actor }) => ({
      calibrations: await listCalibrations(db, query.device, actor.accountId),
    }),
  });

  http.post('/api/quality/calibrations', {
    config: { may: 'quality.review' },
    schema: {
      summary: 'Fits the ladder of models to hours beside references and keeps the best as a draft',
      tags,
      body: z.object({
        device: code,
        pollutant: z.string().refine(isPollutant, 'a quantity of the catalogue'),
        beside: z
          .array(z.object({ reference: code, first: date, last: date }))
          .min(1)
          .max(12),
      }),
      response: { 201: z.object({ id: z.string() }) },
    },
    handler: async ({ body, actor }, reply) => reply.code(201).send({ id: await draftCalibration(db, actor, body) }),
  });

  http.post('/api/quality/calibrations/:id/admit', {
    config: { may: 'quality.audit' },
    schema: {
      summary: 'Lets a draft hold from a day on; not by whoever made it',
      tags,
      params,
      body: z.object({ validFrom: date, validUntil: date.nullable().default(null), reason }),
      response: { 204: z.null() },
    },
    handler: async ({ params: { id }, body, actor }, reply) => {
      await admitCalibration(db, actor, id, body, clock.today());
      return reply.code(204).send(null);
    },
  });

  http.post('/api/quality/calibrations/:id/withdraw', {
    config: { may: 'quality.audit' },
    schema: {
      summary: 'Takes a calibration back, with a reason; hours are computed again without it',
      tags,
      params,
      body: z.object({ reason }),
      response: { 204: z.null() },
    },
    handler: async ({ params: { id }, body, actor }, reply) => {
      await withdrawCalibration(db, actor, id, body.reason, clock.today());
      return reply.code(204).send(null);
    },
  });
}
