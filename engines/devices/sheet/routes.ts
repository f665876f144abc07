import { z } from 'zod';
import { contentDisposition } from '#platform/files';
import { errorBody, type Http, sentence } from '#platform/http';
import { Refusal } from '#platform/refusal';
import type { DeviceDeps } from '../deps.ts';
import { filterOf, filterQuery } from '../inventory/routes.ts';
import { sheetDevices, sheetNames } from './devices.ts';
import { importSheet, tooMany } from './import.ts';
import { tableTexts } from './texts.ts';
import { devicesCsv, devicesXlsx } from './write.ts';

const tags = ['devices'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_BYTES = 8 << 20;
const MOST_ROWS = 5000;

export const sheetOutcome = z.object({
  rows: z.array(
    z.object({
      row: z.number(),
      code: z.string(),
      what: z.enum(['new', 'changed', 'same', 'wrong']),
      changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  errors: z.array(z.object({ row: z.number(), column: z.string().nullable(), value: z.string(), message: sentence })),
  written: z.boolean(),
});
export type DeviceSheetOutcome = z.infer<typeof sheetOutcome>;

export function sheetRoutes(http: Http, deps: DeviceDeps): void {
  const { db, districtCode } = deps;

  http.post('/api/device-sheets', {
    config: { may: 'devices.edit' },
    schema: {
      summary: 'A sheet of devices (CSV, XLSX; multipart/form-data): what it would do row by row, or that it was done',
      tags,
      consumes: ['multipart/form-data'],
      querystring: z.object({ dryRun: z.enum(['yes', 'no']).default('yes') }),
      response: { 200: sheetOutcome },
    },
    handler: async (request) => {
      const limits = { fileSize: MOST_BYTES, files: 1 };
      const given = request.isMultipart() ? await request.file({ limits, throwFileSizeLimit: true }) : undefined;
      if (!given?.filename)
        throw new Refusal('bad_request', {
          zh: '请选择一个 CSV 或 XLSX 文件。',
          en: 'Choose one CSV or XLSX file.',
        });
      const texts = await tableTexts(given.filename, await given.toBuffer(), MOST_ROWS + 10);
      if (texts.length > MOST_ROWS + 5) throw tooMany(MOST_ROWS);
      return importSheet(deps, request.actor, texts, { dryRun: request.query.dryRun === 'yes' });
    },
  });

  http.get('/api/device-sheets/template.xlsx', {
    config: { may: 'devices.read' },
    schema: { summary: 'An empty sheet of devices with what each column takes', tags, response: { 404: errorBody } },
    handler: async (_request, reply) => {
      const book = await devicesXlsx([], await sheetNames(db, districtCode));
      return reply
        .type(XLSX)
        .header('content-disposition', contentDisposition('设备导入模板.xlsx'))
        .send(Buffer.from(book) as never);
    },
  });

  for (const ending of ['xlsx', 'csv'] as const)
    http.get(`/api/device-sheets/devices.${ending}`, {
      config: { may: 'devices.read' },
      schema: {
        summary: `The devices that a filter lets through, as ${ending}; it can be changed and given back`,
        tags,
        querystring: filterQuery,
        response: { 404: errorBody },
      },
      handler: async ({ query }, reply) => {
        const [devices, names] = [await sheetDevices(db, filterOf(query)), await sheetNames(db, districtCode)];
        const content = ending === 'csv' ? devicesCsv(devices, names) : Buffer.from(await devicesXlsx(devices, names));
        return reply
          .type(ending === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
          .header('content-disposition', contentDisposition(`设备.${ending}`))
          .send(content as never);
      },
    });
}
