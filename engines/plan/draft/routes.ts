import { z } from 'zod';
import type { Clock } from '#platform/clock';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import type { Db } from '#platform/store';
import { MAX_FILE_BYTES } from '../read/refusals.ts';
import { adoptDraft } from '../version/adopt.ts';
import { changesOfDraft } from '../version/changes.ts';
import { adopted, draft, draftSummary, planChanges } from '../wire.ts';
import { readDraft } from './page.ts';
import { correctDraft, discardDraft, listDrafts, settleDraft, undoInDraft } from './review.ts';
import { uploadDraft } from './upload.ts';

type Deps = { db: Db; districtCode: string; clock: Clock };

const params = z.object({ id: z.uuid() });
const reason = z.string().max(1000).optional();
const tags = ['plan'];
const may = 'plan.draft';

export function planDraftRoutes(http: Http, { db, districtCode, clock }: Deps): void {
  const at = () => ({ districtCode, on: clock.today() });
  const page = (id: string) => readDraft(db, at(), id);

  http.post('/api/plan-drafts', {
    config: { may },
    schema: {
      summary: 'Reads a plan document (.docx, .xlsx, .txt; one file of multipart/form-data) into a draft',
      tags,
      consumes: ['multipart/form-data'],
      response: { 201: draft },
    },
    handler: async (request, reply) => {
      if (!request.isMultipart()) throw noFile();
      // one byte more than is read: the reading refuses it with its own sentence
      const limits = { fileSize: MAX_FILE_BYTES + 1, files: 1 };
      const file = await request.file({ limits, throwFileSizeLimit: false });
      if (!file?.filename) throw noFile();
      const document = { name: file.filename, bytes: await file.toBuffer() };
      const id = await uploadDraft(db, request.actor, at(), document);
      return reply.code(201).send(await page(id));
    },
  });

  http.get('/api/plan-drafts', {
    config: { may },
    schema: {
      summary: 'Drafts that wait for review',
      tags,
      response: { 200: z.object({ drafts: z.array(draftSummary) }) },
    },
    handler: async () => ({ drafts: await listDrafts(db, districtCode) }),
  });

  http.get('/api/plan-drafts/:id', {
    config: { may },
    schema: { summary: 'A draft: document and result side by side', tags, params, response: { 200: draft } },
    handler: async (request) => page(request.params.id),
  });

  http.get('/api/plan-drafts/:id/changes', {
    config: { may },
    schema: {
      summary: 'What adopting the draft as it stands would change',
      tags,
      params,
      response: { 200: planChanges },
    },
    handler: async (request) => changesOfDraft(db, at(), request.params.id),
  });

  http.put('/api/plan-drafts/:id/corrections', {
    config: { may },
    schema: {
      summary: 'Corrects a place (`measures/24.2/deadline`), or the table itself (path `structure`)',
      tags,
      params,
      body: z.object({ path: z.string().max(200), value: z.unknown(), reason }),
      response: { 200: draft },
    },
    handler: async (request) => {
      const { path, value } = request.body;
      await correctDraft(db, request.actor, at(), request.params.id, {
        path,
        value,
        reason: request.body.reason,
      });
      return page(request.params.id);
    },
  });

  http.post('/api/plan-drafts/:id/settle', {
    config: { may },
    schema: {
      summary: 'Confirms uncertain findings as they are',
      tags,
      params,
      body: z.union([
        z.object({ path: z.string().max(200), reason }),
        z.object({ paths: z.array(z.string().max(200)).min(1).max(2000), reason }),
      ]),
      response: { 200: draft },
    },
    handler: async (request) => {
      const { body } = request;
      const paths = 'path' in body ? [body.path] : body.paths;
      await settleDraft(db, request.actor, at(), request.params.id, { paths, reason: body.reason });
      return page(request.params.id);
    },
  });

  http.post('/api/plan-drafts/:id/undo', {
    config: { may },
    schema: {
      summary: 'Takes back the last act at a path, or one act on the table (`structure/<id>`)',
      tags,
      params,
      body: z.object({ path: z.string().max(200) }),
      response: { 200: draft },
    },
    handler: async (request) => {
      await undoInDraft(db, request.actor, at(), request.params.id, request.body.path);
      return page(request.params.id);
    },
  });

  http.delete('/api/plan-drafts/:id', {
    config: { may },
    schema: { summary: 'Discards a draft', tags, params, response: { 204: z.null() } },
    handler: async (request, reply) => {
      await discardDraft(db, request.actor, at(), request.params.id);
      return reply.code(204).send(null);
    },
  });

  http.post('/api/plan-drafts/:id/adopt', {
    config: { may: 'plan.adopt' },
    schema: {
      summary: 'Adopts a draft as the plan of its year, or as the next version of it',
      tags,
      params,
      body: z.object({
        effectiveOn: z.string(),
        note: z.string().max(2000).nullish(),
        acceptUncertain: z.boolean().optional(),
      }),
      response: { 201: adopted },
    },
    handler: async (request, reply) => {
      const { effectiveOn, note, acceptUncertain } = request.body;
      const act = { draftId: request.params.id, adoptedOn: clock.today(), effectiveOn, note, acceptUncertain };
      return reply.code(201).send(await adoptDraft(db, request.actor, districtCode, act));
    },
  });
}

const noFile = () =>
  new Refusal('bad_request', {
    zh: '请选择要导入的计划文件（.docx、.xlsx 或 .txt）。',
    en: 'Choose the plan document to import (.docx, .xlsx or .txt).',
  });
