import { z } from 'zod';
import { isCalendarDate } from '#platform/clock';
import type { Http } from '#platform/http';
import { type BulletinDeps, correctBulletin, deleteDraft, draftBulletin, issueBulletin } from './acts.ts';
import { dueMonths } from './due.ts';
import { paperRoutes } from './paper-routes.ts';
import { listBulletins, previewBulletin, readBulletin } from './read.ts';
import { bulletin, bulletinDue, bulletinList } from './wire.ts';

const tags = ['bulletins'];
const byId = z.object({ id: z.uuid() });
const wanted = z.object({ kind: z.string(), month: z.string() });
const day = z.string().refine(isCalendarDate, 'a date like 2021-11-08');
const filter = z.object({
  kind: z.string().optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  state: z.enum(['draft', 'issued', 'corrected']).optional(),
});

/** Reading, making, issuing and correcting bulletins. */
export function bulletinRoutes(http: Http, deps: BulletinDeps): void {
  http.get('/api/bulletins', {
    config: { may: 'bulletin.read' },
    schema: {
      summary: 'Bulletins, newest period first; drafts only for those who make them',
      tags,
      querystring: filter,
      response: { 200: bulletinList },
    },
    handler: async (request) => ({
      kinds: deps.registry.all.map(({ id, title, period }) => ({ id, title, period })),
      bulletins: await listBulletins(deps, request.actor, request.query),
    }),
  });

  http.get('/api/bulletins/due', {
    config: { may: 'bulletin.draft' },
    schema: {
      summary: "A year's months up to today: made or due, and how much data each has",
      tags,
      querystring: z.object({ kind: z.string(), year: filter.shape.year }),
      response: { 200: bulletinDue },
    },
    handler: ({ query }) => dueMonths(deps, query.kind, query.year),
  });

  http.get('/api/bulletins/:id', {
    config: { may: 'bulletin.read' },
    schema: { summary: 'One bulletin with its blocks', tags, params: byId, response: { 200: bulletin } },
    handler: (request) => readBulletin(deps, request.actor, request.params.id),
  });

  http.post('/api/bulletins/preview', {
    config: { may: 'bulletin.draft' },
    schema: {
      summary: 'What the bulletin would say; nothing is kept',
      tags,
      body: wanted,
      response: { 200: bulletin },
    },
    handler: (request) => previewBulletin(deps, request.body),
  });

  http.post('/api/bulletins', {
    config: { may: 'bulletin.draft' },
    schema: { summary: "Makes or renews a month's draft", tags, body: wanted, response: { 201: bulletin } },
    handler: async (request, reply) => {
      const { id } = await draftBulletin(deps, request.actor, request.body);
      return reply.code(201).send(await readBulletin(deps, request.actor, id));
    },
  });

  http.post('/api/bulletins/:id/issue', {
    config: { may: 'bulletin.issue' },
    schema: {
      summary: 'Issues a draft: numbered, dated, frozen',
      tags,
      params: byId,
      body: z.object({ issuedOn: day.optional() }).nullish(),
      response: { 200: bulletin },
    },
    handler: async (request) => {
      const { id } = await issueBulletin(deps, request.actor, request.params.id, request.body?.issuedOn);
      return readBulletin(deps, request.actor, id);
    },
  });

  http.post('/api/bulletins/:id/correct', {
    config: { may: 'bulletin.issue' },
    schema: {
      summary: 'Issues a new version of the same period from the data as they are now',
      tags,
      params: byId,
      body: z.object({ reason: z.string().trim().min(2).max(500), issuedOn: day.optional() }),
      response: { 201: bulletin },
    },
    handler: async (request, reply) => {
      const { reason, issuedOn } = request.body;
      const { id } = await correctBulletin(deps, request.actor, request.params.id, reason, issuedOn);
      return reply.code(201).send(await readBulletin(deps, request.actor, id));
    },
  });

  http.delete('/api/bulletins/:id', {
    config: { may: 'bulletin.draft' },
    schema: { summary: 'Deletes a draft', tags, params: byId, response: { 204: z.null() } },
    handler: async (request, reply) => {
      await deleteDraft(deps, request.actor, request.params.id);
      return reply.code(204).send(null);
    },
  });

  paperRoutes(http, deps);
}
