import type { IncomingMessage, ServerResponse } from 'node:http';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController, type RawServerDefault } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { type Actor, actorOf, refusalFor } from '#platform/permissions';
import { answerErrors } from './errors.ts';
import { type Protection, protect } from './protection.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** the action that opens this route, or `anyone` */
    may?: string;
    /** left out of the OpenAPI description (static files, probes) */
    hidden?: boolean;
  }
  interface FastifyRequest {
    actor: Actor;
  }
  interface FastifyInstance {
    routeRecords: RouteRecord[];
  }
}

export type Http = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
export type RouteRecord = { method: string; url: string; may: string; hidden: boolean };
export type HttpOptions = Protection & {
  logger?: FastifyBaseLogger;
  /** one proxy stands before this server; what it says of address, host and protocol counts, what came before it does not */
  trustProxy?: boolean;
  version: string;
  bodyLimit?: number;
};

const NOBODY = actorOf({ accountId: null, name: '', grants: [] }, []);

/** A server with schemas, refusals and the permission gate in force, and no route yet. */
export async function openHttp(options: HttpOptions): Promise<Http> {
  const http = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: options.bodyLimit ?? 1 << 20,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    genReqId: () => crypto.randomUUID().slice(0, 8),
  }).withTypeProvider<ZodTypeProvider>() as unknown as Http;
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  http.decorateRequest('actor');
  http.addHook('onRequest', async (request) => {
    request.actor = NOBODY; // identity, where it is installed, puts the person here
  });
  http.decorate('routeRecords', []);
  answerErrors(http);
  http.addHook('onRoute', (route) => {
    const may = route.config?.may;
    if (!may) throw new Error(`route ${String(route.method)} ${route.url} names no permission (config.may)`);
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      http.routeRecords.push({ method, url: route.url, may, hidden: !!route.config?.hidden });
    }
  });
  http.addHook('preValidation', async (request) => {
    const may = request.routeOptions.config?.may;
    if (!may || may === 'anyone' || request.actor.mayAnywhere(may)) return;
    throw refusalFor(request.actor.accountId, may);
  });
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Lantian 蓝天', version: options.version, license: { name: 'Apache-2.0' } },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lantian_session' } } },
    },
    transform: (given) => {
      const printed = jsonSchemaTransform(given as Parameters<typeof jsonSchemaTransform>[0]);
      if (given.route.config?.hidden || !given.url.startsWith('/api/')) printed.schema = { hide: true };
      return printed;
    },
  });
  await protect(http, options);
  http.get('/api/openapi.json', {
    config: { may: 'anyone', hidden: true },
    handler: async () => http.swagger(),
  });
  return http;
}

/** Every route that was registered, with the permission it names. */
export function routesOf(http: Http): readonly RouteRecord[] {
  return http.routeRecords;
}
