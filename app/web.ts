import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Http } from '#platform/http';
import { ROOT } from './root.ts';

const BUILT = join(ROOT, 'dist/web');

/** The browser application: assets are named by their content and kept for ever, every page address answers with the same page. */
export async function serveWeb(http: Http): Promise<void> {
  if (!existsSync(join(BUILT, 'index.html'))) return;
  await http.register(fastifyStatic, {
    root: BUILT,
    serve: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = readFileSync(join(BUILT, 'index.html'));
  http.get('/assets/*', { config: { may: 'anyone', hidden: true } }, (request, reply) =>
    reply.sendFile(`assets/${(request.params as { '*': string })['*']}`),
  );
  http.get('/icon.svg', { config: { may: 'anyone', hidden: true } }, (_request, reply) => reply.sendFile('icon.svg'));
  http.get('/*', { config: { may: 'anyone', hidden: true } }, (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
