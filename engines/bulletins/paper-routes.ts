import { z } from 'zod';
import type { Http } from '#platform/http';
import type { BulletinDeps } from './acts.ts';
import { bulletinDocx, bulletinPdf, type Paper } from './paper/index.ts';
import { readBulletin } from './read.ts';
import { paperOf } from './view.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PAPERS = [
  { extension: 'docx', mediaType: DOCX, write: bulletinDocx },
  { extension: 'pdf', mediaType: 'application/pdf', write: bulletinPdf },
] as const;

/** 2021年10月….docx with its number, in both the old and the RFC 6266 spelling */
function disposition(paper: Paper, extension: string): string {
  const name = `${paper.number ?? '草稿'} ${paper.title}.${extension}`;
  return `attachment; filename="bulletin.${extension}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** The papers of a bulletin, made when they are asked for from the blocks that were frozen. */
export function paperRoutes(http: Http, deps: BulletinDeps): void {
  for (const { extension, mediaType, write } of PAPERS) {
    http.get(`/api/bulletins/:id/bulletin.${extension}`, {
      config: { may: 'bulletin.read' },
      schema: {
        summary: `The bulletin as .${extension}`,
        tags: ['bulletins'],
        params: z.object({ id: z.uuid() }),
        produces: [mediaType],
        response: { 200: z.instanceof(Buffer).meta({ type: 'string', format: 'binary' }) },
      },
      // the answer is bytes: the schema describes it, nothing is to be turned into JSON
      serializerCompiler: () => (data) => data as string,
      handler: async (request, reply) => {
        const paper = paperOf(await readBulletin(deps, request.actor, request.params.id));
        const file = await write(paper);
        return reply.type(mediaType).header('content-disposition', disposition(paper, extension)).send(file);
      },
    });
  }
}
