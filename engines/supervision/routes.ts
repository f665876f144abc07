import { z } from 'zod';
import { isCalendarDate, lastDayOfMonth } from '#platform/clock';
import { readForm } from '#platform/files';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import { MAY_REPORT, MAY_SUPERVISE, type SupervisionDeps } from './deps.ts';
import { addToMeeting, keepMeeting, moveItem } from './dispatch.ts';
import { askExtension, decideExtension } from './extensions.ts';
import { answerLetter, dropLetters, issueLetters } from './letters.ts';
import { inboxOf, measureSupervisionOf, unitPageOf } from './pages.ts';
import { scoresOf, setWeights, weightsHistory } from './scores.ts';
import { askStrikeOff, decideStrikeOff } from './strike-off.ts';
import { givenMeeting, measureSupervision, scorePage, scoreWeights, supervisionInbox, unitPage } from './wire.ts';

const tags = ['supervision'];
const year = z.coerce.number().int().min(2000).max(2100);
const ofMeasure = z.object({ year, id: z.string().max(20) });
const byId = z.object({ id: z.uuid() });
const day = z.string().refine(isCalendarDate, 'a date like 2021-10-01');
const words = z.string().trim().max(5000);
const ids = z.array(z.uuid()).min(1).max(500);
const done = { 204: z.null() };
const MAY_READ = 'supervision.read';

export function supervisionRoutes(http: Http, deps: SupervisionDeps): void {
  http.get('/api/supervision', {
    config: { may: MAY_READ },
    schema: { summary: 'What waits for whoever asks', tags, response: { 200: supervisionInbox } },
    handler: ({ actor }) => inboxOf(deps, actor),
  });
  http.get('/api/supervision/units/:unit', {
    config: { may: MAY_READ },
    schema: {
      summary: 'All that a unit or street office owes, keeps and did',
      tags,
      params: z.object({ unit: z.string().max(100) }),
      response: { 200: unitPage },
    },
    handler: ({ actor, params }) => unitPageOf(deps, actor, params.unit),
  });
  http.get('/api/plans/:year/measures/:id/supervision', {
    config: { may: MAY_READ },
    schema: { summary: 'How a measure is supervised', tags, params: ofMeasure, response: { 200: measureSupervision } },
    handler: ({ actor, params }) => measureSupervisionOf(deps, actor, params.year, params.id),
  });
  http.post('/api/plans/:year/measures/:id/extensions', {
    config: { may: MAY_REPORT },
    schema: {
      summary: 'Asks for an extension of a duty, with the reason',
      tags,
      params: ofMeasure,
      body: z.object({ unitId: z.string(), part: z.string().max(40).default(''), until: day, reason: words }),
      response: done,
    },
    handler: async ({ actor, params, body }, reply) => {
      await askExtension(deps, actor, { year: params.year, measureId: params.id, ...body });
      return reply.code(204).send(null);
    },
  });
  http.post('/api/supervision/extensions/:id/decide', {
    config: { may: MAY_SUPERVISE },
    schema: {
      summary: 'Grants an extension until a day, or refuses it (no day) with a reason',
      tags,
      params: byId,
      body: z.object({ until: day.nullable(), decision: words.default('') }),
      response: done,
    },
    handler: async ({ actor, params, body }, reply) => {
      await decideExtension(deps, actor, params.id, body);
      return reply.code(204).send(null);
    },
  });
  http.post('/api/plans/:year/measures/:id/strike-offs', {
    config: { may: MAY_REPORT },
    schema: {
      summary: 'Asks to strike a measure off against its written criteria',
      tags,
      params: ofMeasure,
      body: z.object({ unitId: z.string(), words }),
      response: done,
    },
    handler: async ({ actor, params, body }, reply) => {
      await askStrikeOff(deps, actor, { year: params.year, measureId: params.id, ...body });
      return reply.code(204).send(null);
    },
  });
  http.post('/api/supervision/strike-offs/:id/decide', {
    config: { may: MAY_SUPERVISE },
    schema: {
      summary: 'Strikes a measure off, refuses to, or takes it up again',
      tags,
      params: byId,
      body: z.object({ act: z.enum(['strike', 'refuse', 'reopen']), reason: words.default('') }),
      response: done,
    },
    handler: async ({ actor, params, body }, reply) => {
      await decideStrikeOff(deps, actor, params.id, body);
      return reply.code(204).send(null);
    },
  });
  http.post('/api/supervision/letters/issue', {
    config: { may: MAY_SUPERVISE },
    schema: {
      summary: "Issues drafted supervision letters under the year's next numbers, all or none",
      tags,
      body: z.object({ ids, demand: words.default('') }),
      response: done,
    },
    handler: async ({ actor, body }, reply) => {
      await issueLetters(deps, actor, body.ids, body.demand);
      return reply.code(204).send(null);
    },
  });
  http.post('/api/supervision/letters/drop', {
    config: { may: MAY_SUPERVISE },
    schema: {
      summary: 'Leaves drafted letters unissued, with the reason, all or none',
      tags,
      body: z.object({ ids, reason: words }),
      response: done,
    },
    handler: async ({ actor, body }, reply) => {
      await dropLetters(deps, actor, body.ids, body.reason);
      return reply.code(204).send(null);
    },
  });
  http.post('/api/supervision/letters/:id/answer', {
    config: { may: MAY_REPORT },
    schema: {
      summary: 'Answers a supervision letter',
      tags,
      params: byId,
      body: z.object({ words }),
      response: done,
    },
    handler: async ({ actor, params, body }, reply) => {
      await answerLetter(deps, actor, params.id, body.words);
      return reply.code(204).send(null);
    },
  });
  http.post('/api/supervision/meetings', {
    config: { may: MAY_SUPERVISE },
    schema: {
      summary: 'Keeps the minutes of a dispatch meeting and what it ordered',
      tags,
      body: givenMeeting,
      response: done,
    },
    handler: async ({ actor, body }, reply) => {
      await keepMeeting(deps, actor, body);
      return reply.code(204).send(null);
    },
  });
  http.post('/api/supervision/meetings/:id/files', {
    config: { may: MAY_SUPERVISE },
    schema: {
      summary: 'Adds files to a meeting: the signed minutes, what was handed out (multipart/form-data)',
      tags,
      params: byId,
      consumes: ['multipart/form-data'],
      response: done,
    },
    handler: async (request, reply) => {
      const { files } = await readForm(request);
      if (files.length === 0)
        throw new Refusal('bad_request', { zh: '请选择至少一个文件。', en: 'Choose a file at least.' });
      await addToMeeting(deps, request.actor, request.params.id, files);
      return reply.code(204).send(null);
    },
  });
  http.post('/api/supervision/meetings/:id/items/:no', {
    config: { may: MAY_REPORT },
    schema: {
      summary: 'Says that an order is done, verifies it, or opens it again',
      tags,
      params: byId.extend({ no: z.coerce.number().int().min(1).max(100) }),
      body: z.object({ act: z.enum(['done', 'verify', 'reopen']), words: words.default('') }),
      response: done,
    },
    handler: async ({ actor, params, body }, reply) => {
      await moveItem(deps, actor, { meetingId: params.id, no: params.no, ...body });
      return reply.code(204).send(null);
    },
  });
  http.get('/api/supervision/scores', {
    config: { may: MAY_READ },
    schema: {
      summary: 'Scores of units and streets with their arithmetic: of the year so far, or of a month',
      tags,
      querystring: z.object({
        month: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
          .optional(),
      }),
      response: { 200: scorePage },
    },
    handler: async ({ query }) => {
      const today = deps.clock.today();
      const last = query.month ? lastDayOfMonth(query.month) : today;
      const until = last < today ? last : today;
      const from = query.month ? `${query.month}-01` : `${until.slice(0, 4)}-01-01`;
      const history = await weightsHistory(deps);
      return {
        ...(await scoresOf(deps, { from, until })),
        history: history.map((row) => ({
          fromDay: row.from_day,
          weights: row.weights,
          reason: row.reason,
          by: row.by_name,
        })),
      };
    },
  });
  http.post('/api/supervision/weights', {
    config: { may: MAY_SUPERVISE },
    schema: {
      summary: 'New weights of the scores from today on, with the reason',
      tags,
      body: z.object({ weights: scoreWeights, reason: words }),
      response: done,
    },
    handler: async ({ actor, body }, reply) => {
      await setWeights(deps, actor, body.weights, body.reason);
      return reply.code(204).send(null);
    },
  });
}
