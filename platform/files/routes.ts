import { z } from 'zod';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { contentDisposition } from './disposition.ts';
import { readFile } from './store.ts';

export type FileRoutesDeps = { db: Db };

/** what a browser might run or draw as a page leaves as plain bytes */
const RISKY = /html|svg|xml$|javascript|ecmascript/i;

export function fileRoutes(http: Http, { db }: FileRoutesDeps): void {
  http.get('/api/files/:id', {
    config: { may: 'files.read' },
    schema: { summary: 'One kept file, as a download', tags: ['files'], params: z.object({ id: z.uuid() }) },
    handler: async (request, reply) => {
      const file = await readFile(db, request.params.id);
      const tag = `"${file.sha256}"`;
      reply
        .header('content-disposition', contentDisposition(file.name))
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-cache')
        .header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      const type = RISKY.test(file.mediaType) ? 'application/octet-stream' : file.mediaType;
      return reply.type(type).send(file.content);
    },
  });
}
