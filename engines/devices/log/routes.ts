import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dateOf } from '#platform/clock';
import type { Http } from '#platform/http';
import { Refusal } from '#platform/refusal';
import type { DeviceDeps } from '../deps.ts';
import { noSuchDevice } from '../inventory/checks.ts';
import { deviceRows } from '../inventory/list.ts';
import { addEntry, withdrawEntry } from './acts.ts';
import { MOST_ENTRY_BYTES, MOST_FILE_BYTES, MOST_FILES } from './pictures.ts';
import { logOf, overdueCalibrations } from './store.ts';
import { logList, newEntry, overdueList } from './wire.ts';

const tags = ['devices'];
const id = z.coerce.number().int().min(1).max(2_147_483_647);

export function logRoutes(http: Http, deps: DeviceDeps): void {
  const { db } = deps;

  http.get('/api/devices/:id/log', {
    config: { may: 'devices.read' },
    schema: {
      summary: 'What was done at a device: visits, repairs, calibrations with their photos, the newest first',
      tags,
      params: z.object({ id }),
      response: { 200: logList },
    },
    handler: async ({ params }) => {
      if ((await deviceRows(db, [params.id])).length === 0) throw noSuchDevice(params.id);
      return { entries: await logOf(db, params.id) };
    },
  });

  http.post('/api/devices/:id/log', {
    config: { may: 'devices.edit' },
    schema: {
      summary: 'Adds an entry: field `entry` (JSON) and photos or certificates as files of multipart/form-data',
      tags,
      params: z.object({ id }),
      consumes: ['multipart/form-data'],
      response: { 201: logList },
    },
    handler: async (request, reply) => {
      await addEntry(deps, request.actor, request.params.id, await formOf(request));
      return reply.code(201).send({ entries: await logOf(db, request.params.id) });
    },
  });

  http.post('/api/devices/:id/log/:entry/withdraw', {
    config: { may: 'devices.edit' },
    schema: {
      summary: 'Withdraws a mistaken entry, with a reason; it stays readable',
      tags,
      params: z.object({ id, entry: z.uuid() }),
      body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
      response: { 200: logList },
    },
    handler: async ({ actor, params, body }) => {
      await withdrawEntry(deps, actor, params.id, params.entry, body.reason);
      return { entries: await logOf(db, params.id) };
    },
  });

  http.get('/api/device-calibrations/overdue', {
    config: { may: 'devices.read' },
    schema: {
      summary: 'Calibrations of devices in use that have run out or failed',
      tags,
      response: { 200: overdueList },
    },
    handler: async () => ({ calibrations: await overdueCalibrations(db, dateOf(new Date())) }),
  });
}

/** The form's entry and files. @throws Refusal bad_request, too_large */
async function formOf(request: FastifyRequest) {
  if (!request.isMultipart()) throw badForm();
  let said: unknown;
  const files: { name: string; bytes: Uint8Array }[] = [];
  let held = 0;
  for await (const part of request.parts({ limits: { fileSize: MOST_FILE_BYTES, files: MOST_FILES, fields: 5 } })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      held += bytes.length;
      if (held > MOST_ENTRY_BYTES)
        throw new Refusal('too_large', {
          zh: `一次上传的照片合计不超过${MOST_ENTRY_BYTES >> 20} MB，请分次填写。`,
          en: `The photos of one entry have at most ${MOST_ENTRY_BYTES >> 20} MB together; write several entries.`,
        });
      if (part.filename) files.push({ name: part.filename, bytes });
    } else if (part.fieldname === 'entry') said = jsonOf(String(part.value));
  }
  const entry = newEntry.safeParse(said);
  if (!entry.success) throw badForm(entry.error.issues[0]?.path.join('.'));
  return { entry: entry.data, files };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badForm();
  }
}

const badForm = (field?: string) =>
  new Refusal('bad_request', {
    zh: `请填写完整后提交${field ? `（${field}）` : ''}：日期、经手人、内容；校准还要填标准物、结果和有效期。`,
    en: `Fill in the form${field ? ` (${field})` : ''}: day, who, what; of a calibration the standard, the result and until when it holds.`,
  });
