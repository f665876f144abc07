import { z } from 'zod';
import { readForm } from '#platform/files';
import type { Http } from '#platform/http';
import type { Actor } from '#platform/permissions';
import { noEntry } from '../entry/acts.ts';
import { attach, type EntryFile, filesOf, withdrawFile } from '../entry/files.ts';
import { entryById } from '../store.ts';
import { entryFiles } from '../wire.ts';
import { entryParams, type LedgerDeps, tags } from './deps.ts';
import { MAY_KEEP, MAY_READ, requireKeeper } from './keeping.ts';

/** Documents and pictures of an entry. */
export function entryFileRoutes(http: Http, { db, books }: LedgerDeps): void {
  const held = async (ledger: string, id: number) => {
    const definition = await books.need(db, ledger);
    const row = await entryById(db, ledger, id);
    if (!row) throw noEntry(definition);
    return { definition, row };
  };
  const mine = async (actor: Actor, ledger: string, id: number) => {
    const { definition, row } = await held(ledger, id);
    requireKeeper(actor, { unitId: row.unit_id, streetCode: row.street_code });
    return definition;
  };
  const listed = async (ledger: string, id: number) => ({ files: (await filesOf(db, ledger, id)).map(shapeOf) });

  http.get('/api/ledgers/:ledger/entries/:id/files', {
    config: { may: MAY_READ },
    schema: {
      summary: 'Documents and pictures of an entry, newest first',
      tags,
      params: entryParams,
      response: { 200: entryFiles },
    },
    handler: async ({ params: { ledger, id } }) => {
      await held(ledger, id);
      return listed(ledger, id);
    },
  });

  http.post('/api/ledgers/:ledger/entries/:id/files', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'Attaches documents and pictures (pdf, docx, xlsx, png, jpg) of multipart/form-data to an entry',
      tags,
      params: entryParams,
      consumes: ['multipart/form-data'],
      response: { 201: entryFiles },
    },
    handler: async (request, reply) => {
      const { ledger, id } = request.params;
      const definition = await mine(request.actor, ledger, id);
      const { files } = await readForm(request);
      await attach(db, definition, request.actor, id, files);
      return reply.code(201).send(await listed(ledger, id));
    },
  });

  http.post('/api/ledgers/:ledger/entries/:id/files/:file/withdraw', {
    config: { may: MAY_KEEP },
    schema: {
      summary: 'Takes a mistaken file of an entry back, with a reason; it stays listed',
      tags,
      params: entryParams.extend({ file: z.coerce.number().int().positive() }),
      body: z.object({ reason: z.string().trim().min(1).max(500) }),
      response: { 204: z.null() },
    },
    handler: async ({ actor, params: { ledger, id, file }, body }, reply) => {
      const definition = await mine(actor, ledger, id);
      await withdrawFile(db, definition, actor, { entryId: id, id: file, reason: body.reason });
      return reply.code(204).send(null);
    },
  });
}

const shapeOf = (row: EntryFile) => ({
  id: row.id,
  fileId: row.file_id,
  name: row.name,
  mediaType: row.media_type,
  byteSize: Number(row.byte_size),
  sha256: row.sha256,
  by: row.by_name,
  at: row.at.toISOString(),
  withdrawn: row.withdrawn_at ? { by: row.withdrawn_by_name ?? '', reason: row.withdrawn_reason ?? '' } : null,
});
