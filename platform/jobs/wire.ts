import { z } from 'zod';
import { errorBody, sentence } from '#platform/http';

/** long work that a person started: GET /api/work, GET /api/work/:id, POST /api/work/:id/cancel */
export const work = z.object({
  id: z.string(),
  kind: z.string(),
  title: sentence,
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  note: sentence.nullable(),
  result: z.unknown().nullable(),
  refusal: errorBody.nullable(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type Work = z.infer<typeof work>;

/** GET /api/work */
export const workList = z.object({ works: z.array(work) });
