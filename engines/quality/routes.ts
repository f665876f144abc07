import { z } from 'zod';
import { CHECK_IDS, CHECKS, type CheckRow } from '#methods/sensor-qc';
import { type Clock, isCalendarDate } from '#platform/clock';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { calibrationRoutes } from './calibration/routes.ts';
import { markCurve } from './marks/curve.ts';
import { interferenceOf } from './marks/interference.ts';
import { listMarks } from './marks/list.ts';
import { auditReviews, reviewMarks } from './marks/review.ts';
import { setUsual } from './usual.ts';
import { interferenceList, markCurve as markCurveShape, markList, qualityTests, usualSet } from './wire.ts';

/** @param clock the calendar's own: packets carry real time also in a demonstration */
export type QualityDeps = { db: Db; clock: Clock };

const date = z.string().refine(isCalendarDate, 'a date like 2021-10-01');
const tags = ['quality'];
const period = { from: date, until: date };
const markIds = z.array(z.number().int().positive()).min(1).max(200);
const reason = z.string().trim().min(1).max(500);

export function qualityRoutes(http: Http, deps: QualityDeps): void {
  const { db } = deps;

  http.get('/api/quality/tests', {
    config: { may: 'quality.read' },
    schema: {
      summary: 'The tests in the order in which they run, with the numbers of their newest edition',
      tags,
      response: { 200: qualityTests },
    },
    handler: async () => ({
      tests: CHECK_IDS.map((id) => {
        const { zh, en, source, editions }: CheckRow = CHECKS[id];
        const { edition, from, parameters } = editions.at(-1)!;
        const numbers = Object.entries(parameters).map(([name, parameter]) => ({ name, ...parameter }));
        return { id, title: { zh, en }, source, edition, from, parameters: numbers };
      }),
    }),
  });

  http.get('/api/quality/marks', {
    config: { may: 'quality.read' },
    schema: {
      summary: 'Marks that meet a period, newest first; what is only told comes with `state=told`',
      tags,
      querystring: z.object({
        ...period,
        device: z.string().max(64).optional(),
        test: z.enum(CHECK_IDS as [string, ...string[]]).optional(),
        state: z.enum(['suspect', 'invalid', 'told']).optional(),
        review: z.enum(['open', 'provisional', 'audited']).optional(),
        after: z
          .string()
          .regex(/^\d{1,15}_\d{1,18}$/)
          .optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      response: { 200: markList },
    },
    handler: ({ query, actor }) => listMarks(db, query, actor.accountId),
  });

  http.get('/api/quality/marks/:id', {
    config: { may: 'quality.read' },
    schema: {
      summary: 'A mark with the curve around it, its neighbours, all marks of the device then, and its reviews',
      tags,
      params: z.object({ id: z.coerce.number().int().positive() }),
      response: { 200: markCurveShape },
    },
    handler: ({ params, actor }) => markCurve(db, params.id, actor.accountId),
  });

  http.post('/api/quality/reviews', {
    config: { may: 'quality.review' },
    schema: {
      summary: 'Accepts or overrules marks, with a reason; provisional until somebody else audits it',
      tags,
      body: z.object({ markIds, verdict: z.enum(['accepted', 'overruled']), reason }),
      response: { 204: z.null() },
    },
    handler: async ({ body, actor }, reply) => {
      await reviewMarks(db, actor, body);
      return reply.code(204).send(null);
    },
  });

  http.post('/api/quality/audits', {
    config: { may: 'quality.audit' },
    schema: {
      summary: 'Makes the reviews of marks final, or returns them; nobody audits a review of their own',
      tags,
      body: z.object({ markIds, outcome: z.enum(['audited', 'returned']), reason }),
      response: { 204: z.null() },
    },
    handler: async ({ body, actor }, reply) => {
      await auditReviews(db, actor, body);
      return reply.code(204).send(null);
    },
  });

  http.get('/api/quality/interference', {
    config: { may: 'quality.read' },
    schema: {
      summary: 'Suspected interference by station, most often first',
      tags,
      querystring: z.object(period),
      response: { 200: interferenceList },
    },
    handler: ({ query }) => interferenceOf(db, query.from, query.until),
  });

  http.post('/api/quality/usual', {
    config: { may: 'quality.review' },
    schema: {
      summary: 'Takes a time without known faults as usual: drift is measured against its ratios',
      tags,
      body: z.object({ first: date, last: date }),
      response: { 200: usualSet },
    },
    handler: async ({ body, actor }) => ({ channels: await setUsual(db, actor, body) }),
  });

  calibrationRoutes(http, deps);
}
