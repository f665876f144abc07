import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Http } from './server.ts';

export type Protection = {
  /** origins of map tile servers (`https://t0.tianditu.gov.cn`), from the district's settings */
  tileOrigins?: readonly string[];
  /** requests one address may send in a minute; 6,000 when left out (an office shares one address). This machine itself is not counted. */
  requestsPerMinute?: number;
  /** the largest upload in bytes; 64 MiB when left out */
  uploadLimit?: number;
};

/** Headers, cookies, compression, uploads and the limit of requests: what every answer and every request passes. */
export async function protect(http: Http, options: Protection): Promise<void> {
  const tiles = [...(options.tileOrigins ?? [])];
  await http.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles at run time
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'data:', 'blob:', ...tiles],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    // over plain http (an office network without certificates) browsers ignore these two and complain
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
  });
  await http.register(cookie);
  await http.register(compress, {
    threshold: 2048,
    encodings: ['br', 'gzip'],
    // the default of 11 costs a second for what saves a tenth
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await http.register(multipart, {
    limits: { fileSize: options.uploadLimit ?? 64 << 20, files: 1, fields: 20, fieldSize: 64 << 10, parts: 21 },
  });
  await http.register(rateLimit, {
    max: options.requestsPerMinute ?? 6000,
    timeWindow: 60_000,
    allowList: isThisMachine,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  });
  http.addHook('onSend', async (request, reply) => {
    // what a person may see today may not lie in a cache tomorrow
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

/** Whether the request was made on this machine itself, not through a proxy that stands on it. */
export function isThisMachine(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  const proxied = request.headers.forwarded ?? request.headers['x-forwarded-for'] ?? request.headers['x-real-ip'];
  return !proxied && (address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.'));
}
