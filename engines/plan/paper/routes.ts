import { z } from 'zod';
import { contentDisposition } from '#platform/files';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { adoptedPlan } from '../version/read.ts';
import { planDocx } from './docx.ts';
import { planXlsx } from './xlsx.ts';

const KINDS = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: planXlsx },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', write: planDocx },
} as const;

/** The adopted plan in its official columns, to download. */
export function paperRoutes(http: Http, { db, districtCode }: { db: Db; districtCode: string }): void {
  for (const ending of ['xlsx', 'docx'] as const)
    http.get(`/api/plans/:year/plan.${ending}`, {
      config: { may: 'plan.read' },
      schema: {
        summary: `The adopted plan in its official columns (.${ending})`,
        tags: ['plan'],
        params: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
        querystring: z.object({ version: z.coerce.number().int().min(1).max(10_000).optional() }),
        response: {
          200: {
            description: 'the file',
            content: {
              [KINDS[ending].type]: { schema: z.custom<Uint8Array>().meta({ type: 'string', format: 'binary' }) },
            },
          },
        },
      },
      handler: async (request, reply) => {
        const plan = await adoptedPlan(db, districtCode, request.params.year, request.query.version);
        const bytes = await KINDS[ending].write(plan);
        return reply
          .type(KINDS[ending].type)
          .header('content-disposition', contentDisposition(`${plan.title}.${ending}`))
          .send(Buffer.from(bytes));
      },
    });
}
