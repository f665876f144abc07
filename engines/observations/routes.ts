import type { Pool } from 'pg';
import { z } from 'zod';
import type { Clock } from '#platform/clock';
import { contentDisposition, fileInfo, keepFile, readFile } from '#platform/files';
import type { Http } from '#platform/http';
import { findWork, startWork } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { bufferSource, MOST_BYTES } from '#platform/sheets';
import type { Db } from '#platform/store';
import { previewFile } from './guess/preview.ts';
import { errorSheet } from './import/faults.ts';
import { parseMapping } from './import/mapping-file.ts';
import { seriesRoutes } from './packets/series/routes.ts';
import type { SeriesDeps } from './packets/series/series.ts';
import { sandRoutes } from './sand-routes.ts';
import { tables } from './store.ts';
import {
  importErrorList,
  importMapping,
  importPreview,
  importReport,
  type RecordSource,
  recordSource,
} from './wire.ts';
import { countErrors, IMPORT_WORK, importErrors } from './work.ts';

export type ObservationDeps = SeriesDeps & { db: Db; pool: Pool; districtCode: string; clock: Clock };

const tags = ['observations'];
const may = 'observations.import';
const SOURCES_SHOWN = 200;

export function observationRoutes(http: Http, deps: ObservationDeps): void {
  const { db, pool } = deps;
  sandRoutes(http, deps);
  seriesRoutes(http, deps);

  http.post('/api/observations/files', {
    config: { may },
    schema: {
      summary:
        'Takes a file of measurements (CSV, CSV.gz, XLSX; one file of multipart/form-data) and guesses its mapping',
      tags,
      consumes: ['multipart/form-data'],
      response: { 201: importPreview },
    },
    handler: async (request, reply) => {
      const limits = { fileSize: MOST_BYTES, files: 1 };
      const given = request.isMultipart() ? await request.file({ limits, throwFileSizeLimit: true }) : undefined;
      if (!given?.filename)
        throw new Refusal('bad_request', {
          zh: '请选择一个 CSV、CSV.gz 或 XLSX 文件。',
          en: 'Choose one CSV, CSV.gz or XLSX file.',
        });
      const content = await given.toBuffer();
      // read before it is kept: what cannot be read is not kept
      const preview = await previewFile({ pool }, bufferSource(given.filename, content), '');
      const { accountId } = request.actor;
      const file = { name: given.filename, mediaType: given.mimetype, content, createdBy: accountId };
      const kept = await keepFile(db, file);
      return reply.code(201).send({ ...preview, fileId: kept.id });
    },
  });

  http.post('/api/observations/preview', {
    config: { may },
    schema: {
      summary: 'What a mapping makes of the first rows of a file; without a mapping, a guess',
      tags,
      body: z.object({
        fileId: z.uuid(),
        mapping: importMapping.optional(),
        /** for a guess: where in the file to look */
        sheet: z.string().optional(),
        headerRow: z.number().int().min(1).optional(),
      }),
      response: { 200: importPreview },
    },
    handler: async (request) => {
      const { fileId, mapping, sheet, headerRow } = request.body;
      const file = await readFile(db, fileId);
      const where = mapping ?? { sheet, headerRow };
      return previewFile({ pool }, bufferSource(file.name, file.content), file.id, mapping, where);
    },
  });

  http.post('/api/observations/mappings', {
    config: { may },
    schema: {
      summary: 'Reads a mapping that was saved as YAML or JSON',
      tags,
      body: z.object({ name: z.string().max(200), text: z.string().max(100_000) }),
      response: { 200: z.object({ mapping: importMapping }) },
    },
    handler: async (request) => ({ mapping: parseMapping(request.body.text, request.body.name) }),
  });

  http.post('/api/observations/imports', {
    config: { may },
    schema: {
      summary: 'Starts the import of a file, or a dry run that keeps nothing',
      tags,
      body: z.object({ fileId: z.uuid(), mapping: importMapping, dryRun: z.boolean().default(false) }),
      response: { 202: z.object({ workId: z.string() }) },
    },
    handler: async (request, reply) => {
      const { dryRun } = request.body;
      const { name } = await fileInfo(db, request.body.fileId);
      const title = dryRun
        ? { zh: `试导入 ${name}`, en: `Dry run of ${name}` }
        : { zh: `导入 ${name}`, en: `Import of ${name}` };
      const workId = await startWork(db, request.actor, { kind: IMPORT_WORK, title, input: request.body });
      return reply.code(202).send({ workId });
    },
  });

  http.get('/api/observations/imports', {
    config: { may: 'observations.read' },
    schema: {
      summary: 'Which files and replays records came from, newest first',
      tags,
      response: { 200: z.object({ sources: z.array(recordSource) }) },
    },
    handler: async () => ({ sources: await recentSources(db) }),
  });

  http.get('/api/observations/imports/:workId/errors', {
    config: { may },
    schema: {
      summary: 'What an import could not take, row by row, a stretch at a time',
      tags,
      params: z.object({ workId: z.uuid() }),
      querystring: z.object({
        from: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
      }),
      response: { 200: importErrorList },
    },
    handler: async (request) => {
      const work = await findImport(db, request.params.workId);
      const errors = await importErrors(db, work.id, request.query);
      const kept = await countErrors(db, work.id);
      return { errors, kept, count: importReport.safeParse(work.result).data?.errorCount ?? kept };
    },
  });

  http.get('/api/observations/imports/:workId/errors.csv', {
    config: { may },
    schema: {
      summary: 'What an import could not take, row by row, as CSV for a spreadsheet',
      tags,
      params: z.object({ workId: z.uuid() }),
    },
    handler: async (request, reply) => {
      const work = await findImport(db, request.params.workId);
      const errors = await importErrors(db, work.id);
      const total = importReport.safeParse(work.result).data?.errorCount ?? errors.length;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', contentDisposition(`导入问题-${work.id.slice(0, 8)}.csv`))
        .header('x-content-type-options', 'nosniff')
        .send(errorSheet(errors, total));
    },
  });
}

async function findImport(db: Db, id: string) {
  const work = await findWork(db, id);
  if (work.kind !== IMPORT_WORK)
    throw new Refusal('not_found', { zh: '没有这次导入。', en: 'There is no such import.' });
  return work;
}

async function recentSources(db: Db): Promise<RecordSource[]> {
  const rows = await tables(db)
    .selectFrom('record_source')
    // what devices send all the time is no import
    .where('kind', 'in', ['import', 'replay'])
    .select(['id', 'kind', 'label', 'replay_of_year', 'file_id', 'created_at', 'created_by_name', 'work_id'])
    .select(['report', 'mapping'])
    .orderBy('id', 'desc')
    .limit(SOURCES_SHOWN)
    .execute();
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    label: r.label,
    replayOfYear: r.replay_of_year,
    fileId: r.file_id,
    createdAt: r.created_at.toISOString(),
    createdBy: r.created_by_name,
    workId: r.work_id,
    report: r.report,
    mapping: importMapping.partial().safeParse(r.mapping).data ?? null,
  }));
}
