import { Readable } from 'node:stream';
import { z } from 'zod';
import { contentDisposition, keepFile, readFile } from '#platform/files';
import type { Http } from '#platform/http';
import { cancelWork, findWork, startWork } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { bufferSource, MOST_BYTES } from '#platform/sheets';
import { entrySchema } from '../export/json-schema.ts';
import { cellsOf, csvLine, exportedEntries, headingsOf } from '../export/rows.ts';
import { templateXlsx } from '../export/template.ts';
import { lookAtFile } from '../import/look.ts';
import { namesOf } from '../names.ts';
import { staleBefore } from '../stale.ts';
import { fileLook, importProgress, type LedgerImport, type LedgerProgress } from '../wire.ts';
import { importFaults, LEDGER_IMPORT } from '../work.ts';
import { type LedgerDeps, ledgerParams, listQuery, queryOf, tags } from './deps.ts';
import { keptBy, MAY_KEEP, MAY_READ } from './keeping.ts';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const sheetName = z.string().max(100);
const rowNumber = z.number().int().min(1).max(1000);

/** A ledger as files: template, import, what an import could not take, export. */
export function fileRoutesOf(http: Http, deps: LedgerDeps): void {
  const { db, books, clock, districtCode } = deps;

  http.get('/api/ledgers/:ledger/template.xlsx', {
    config: { may: MAY_READ },
    schema: { summary: 'The ledger’s columns as a workbook to fill in', tags, params: ledgerParams },
    handler: async ({ params }, reply) => {
      const definition = await books.need(db, params.ledger);
      return reply
        .type(XLSX)
        .header('content-disposition', contentDisposition(`${definition.title.zh}-模板.xlsx`))
        .send(Buffer.from(await templateXlsx(definition)));
    },
  });

  http.get('/api/ledgers/:ledger/schema.json', {
    config: { may: MAY_READ },
    schema: {
      summary: 'An entry of the ledger as JSON Schema 2020-12: types, units, choices, what is required',
      tags,
      params: ledgerParams,
      response: { 200: z.record(z.string(), z.unknown()) },
    },
    handler: async ({ params }) => entrySchema(await books.need(db, params.ledger)),
  });

  http.get('/api/ledgers/:ledger/export.csv', {
    config: { may: MAY_READ },
    schema: {
      summary: 'All entries that a list names, as a CSV that can be imported again',
      tags,
      params: ledgerParams,
      querystring: listQuery,
    },
    handler: async ({ params, query }, reply) => {
      const definition = await books.need(db, params.ledger);
      const today = clock.today();
      const names = await namesOf(db, districtCode, today);
      const entries = exportedEntries(db, definition, queryOf(query), staleBefore(definition, today));
      async function* lines() {
        // the mark makes spreadsheets read UTF-8
        yield `\ufeff${csvLine(headingsOf(definition))}`;
        for await (const batch of entries)
          yield batch.map((entry) => csvLine(cellsOf(definition, entry, names))).join('');
      }
      return reply
        .type(CSV)
        .header('content-disposition', contentDisposition(`${definition.title.zh}-${today}.csv`))
        .send(Readable.from(lines(), { objectMode: false }));
    },
  });

  http.post('/api/ledgers/:ledger/files', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'Takes a file to import (XLSX, CSV; one file of multipart/form-data)',
      tags,
      params: ledgerParams,
      consumes: ['multipart/form-data'],
      response: { 201: z.object({ fileId: z.string(), name: z.string() }) },
    },
    handler: async (request, reply) => {
      await books.need(db, request.params.ledger);
      const limits = { fileSize: MOST_BYTES, files: 1 };
      const given = request.isMultipart() ? await request.file({ limits, throwFileSizeLimit: true }) : undefined;
      if (!given?.filename)
        throw new Refusal('bad_request', { zh: '请选择一个 XLSX 或 CSV 文件。', en: 'Choose one XLSX or CSV file.' });
      const content = await given.toBuffer();
      const { accountId } = request.actor;
      const kept = await keepFile(db, {
        name: given.filename,
        mediaType: given.mimetype,
        content,
        createdBy: accountId,
      });
      return reply.code(201).send({ fileId: kept.id, name: given.filename });
    },
  });

  http.get('/api/ledgers/:ledger/files/:fileId', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'The head of a file to import: its sheets, its headings, which column each is or may be',
      tags,
      params: ledgerParams.extend({ fileId: z.uuid() }),
      querystring: z.object({ sheet: sheetName.optional(), headerRow: z.coerce.number().pipe(rowNumber).optional() }),
      response: { 200: fileLook },
    },
    handler: async ({ params, query }) => {
      const definition = await books.need(db, params.ledger);
      const { name, content } = await readFile(db, params.fileId);
      return lookAtFile(definition, bufferSource(name, content), await namesOf(db, districtCode, clock.today()), query);
    },
  });

  http.post('/api/ledgers/:ledger/imports', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'Starts an import of a file, or tries it without keeping anything; watch it as a work',
      tags,
      params: ledgerParams,
      body: z.object({
        fileId: z.uuid(),
        dryRun: z.boolean().default(false),
        sheet: sheetName.optional(),
        headerRow: rowNumber.optional(),
        headings: z
          .record(z.string().max(500), z.string().max(60))
          .optional()
          .describe('heading → id of the column, “place”, or “” to leave it out'),
        meanings: z
          .record(z.string().max(60), z.record(z.string().max(200), z.string().max(200)))
          .optional()
          .describe(
            'column id → word of the file → what it means: a choice, a street’s code, a unit’s id, true, false',
          ),
      }),
      response: { 202: z.object({ workId: z.string() }) },
    },
    handler: async ({ actor, params, body }, reply) => {
      const definition = await books.need(db, params.ledger);
      const title = body.dryRun
        ? { zh: `试导入《${definition.title.zh}》`, en: `trying an import into “${definition.title.en}”` }
        : { zh: `导入《${definition.title.zh}》`, en: `import into “${definition.title.en}”` };
      const input = { ...body, ledger: definition.id, within: keptBy(actor) };
      const workId = await startWork(db, actor, { kind: LEDGER_IMPORT, title, input });
      return reply.code(202).send({ workId });
    },
  });

  http.get('/api/ledgers/:ledger/imports/:workId', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'How far an import is, and what came of it',
      tags,
      params: ledgerParams.extend({ workId: z.uuid() }),
      response: { 200: importProgress },
    },
    handler: async ({ params }) => {
      const { state, done, result, refusal } = await importOf(params.workId);
      const said = refusal as { message?: LedgerProgress['refusal'] } | null;
      return {
        state,
        done,
        refusal: said?.message ?? null,
        report: state === 'done' ? (result as LedgerImport) : null,
      };
    },
  });

  const importOf = async (workId: string) => {
    const work = await findWork(db, workId);
    if (work?.kind === LEDGER_IMPORT) return work;
    throw new Refusal('not_found', { zh: '没有这次导入。', en: 'There is no such import.' });
  };

  http.post('/api/ledgers/:ledger/imports/:workId/cancel', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'Stops an import that the person started; the ledger stays as it was',
      tags,
      params: ledgerParams.extend({ workId: z.uuid() }),
      response: { 204: z.null() },
    },
    handler: async ({ actor, params }, reply) => {
      await importOf(params.workId);
      await cancelWork(db, actor, params.workId, 'own');
      return reply.code(204).send(null);
    },
  });

  http.get('/api/ledgers/:ledger/imports/:workId/errors.csv', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'What an import could not take, row by row',
      tags,
      params: ledgerParams.extend({ workId: z.uuid() }),
    },
    handler: async ({ params }, reply) => {
      const definition = await books.need(db, params.ledger);
      await importOf(params.workId);
      const titles = new Map(definition.columns.map(({ id, title }) => [id, title.zh]));
      const faults = await importFaults(db, params.workId);
      const text = [
        csvLine(['行', '列', '内容', '问题', 'problem']),
        ...faults.map((f) =>
          csvLine([f.row, titles.get(f.column ?? '') ?? f.column ?? '', f.value, f.message.zh, f.message.en]),
        ),
      ].join('');
      return reply
        .type(CSV)
        .header('content-disposition', contentDisposition(`${definition.title.zh}-未导入.csv`))
        .send(`\ufeff${text}`);
    },
  });
}
