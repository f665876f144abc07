import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Http } from '#platform/http';
import { isRefusal, Refusal } from '#platform/refusal';
import type { Report, TextMessage } from '../messages/message.ts';
import { reportsOfText } from '../messages/read.ts';
import { type Credentials, DeviceLogin } from './authentication.ts';
import { reportsOfCsv } from './csv.ts';
import { sensorThingsRoutes } from './sensor-things.ts';
import { type IngestDeps, paceOf, RETRY_AFTER_S, take, takerOf, tooFast } from './take.ts';
import { deviceQuestion, ingestAnswer, observationBatch } from './wire.ts';

const tags = ['ingest'];
/** a batch of 5,000 observations of ten values */
const LONGEST_BODY = 4 * 1024 * 1024;
const config = { may: 'anyone' } as const;

const UNREADABLE = {
  zh: '报文无法读取，请按接口说明上报 JSON。',
  en: 'The message cannot be read: send JSON as the description of the interface says.',
};
const WHICH = {
  zh: '不知道是哪台设备，请在 Basic 用户名、?device=、device 字段或 X-Sensor 头中写明设备标识。',
  en: 'Which device is it? Say its identity as the basic user name, by ?device=, in the field device, or in the header X-Sensor.',
};

/** Says when to come again, where a refusal means that. */
async function saysWhen<T>(reply: FastifyReply, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error) && error.code === 'database_unreachable') reply.header('retry-after', String(RETRY_AFTER_S));
    throw error;
  }
}

/** What devices post: JSON, CSV, SensorThings. A device shows its own password; 2xx means committed. */
export function ingestRoutes(http: Http, deps: IngestDeps): void {
  const login = new DeviceLogin();
  if (!http.hasContentTypeParser('text/csv'))
    http.addContentTypeParser('text/csv', { parseAs: 'string', bodyLimit: LONGEST_BODY }, (_request, body, done) =>
      done(null, body),
    );

  /** Takes messages of one or several devices that all have the same password. */
  async function takeAll(
    request: FastifyRequest,
    reply: FastifyReply,
    given: Credentials,
    messages: ReadonlyMap<string, { message: TextMessage; count: number }>,
  ) {
    const taker = takerOf(deps);
    const devices = [...messages].map(([identity, { message, count }]) => ({
      device: login.device(taker.register, request, given, identity),
      identity,
      message,
      count,
    }));
    for (const { device, count } of devices) {
      const wait = paceOf(taker, device, count);
      if (wait > 0) {
        reply.header('retry-after', String(wait));
        throw tooFast();
      }
    }
    return saysWhen(reply, () =>
      Promise.all(
        devices.map(async ({ device, identity, message, count }) => ({
          device: identity,
          outcome: await take(taker, device, message, request.ip),
          observations: count,
        })),
      ),
    );
  }

  http.post('/api/ingest/observations', {
    config,
    bodyLimit: LONGEST_BODY,
    schema: {
      summary:
        'Observations of a device as a JSON batch, flat JSON, a body of sensor.community, or text/csv; by the password of the device',
      tags,
      querystring: deviceQuestion,
      body: z.union([
        z.string(),
        observationBatch,
        z.record(z.string(), z.unknown()),
        z.array(z.record(z.string(), z.unknown())),
      ]),
      response: { 201: ingestAnswer },
    },
    handler: async (request, reply) => {
      const { body } = request;
      const given = login.credentials(request);
      const said = saidDevice(request);
      const messages = new Map<string, { message: TextMessage; count: number }>();
      const put = (identity: string, reports: readonly Report[], by: string) =>
        messages.set(identity, { message: { identity, by, reports }, count: reports.length });
      if (typeof body === 'string') {
        const { register } = takerOf(deps);
        const timeFields = (identity: string) => {
          const device = register.find('http', identity);
          return device ? device.settings.timeFields : [];
        };
        for (const [identity, reports] of reportsOfCsv(body, said ?? given.identity, timeFields))
          put(identity, reports, 'csv');
      } else {
        const batch = observationBatch.safeParse(body);
        // who writes a batch is told what is wrong with it; it is no flat message with a strange field
        if (!batch.success && 'observations' in body)
          throw new Refusal('bad_request', UNREADABLE, { issues: batch.error.issues.slice(0, 3) });
        const named = batch.success ? batch.data.device : undefined;
        const identity = said ?? named ?? given.identity;
        if (!identity) throw new Refusal('bad_request', WHICH);
        if (batch.success)
          put(
            identity,
            batch.data.observations.map(({ time, ...rest }) => ({ time: time ?? null, ...rest })),
            'json',
          );
        else {
          const text = JSON.stringify(body);
          const { register } = takerOf(deps);
          const device = login.device(register, request, given, identity);
          const reports = reportsOfText(text, device.settings);
          if (!reports) throw new Refusal('bad_request', UNREADABLE);
          messages.set(identity, { message: { identity, by: 'json', text }, count: reports.length });
        }
      }
      const devices = await takeAll(request, reply, given, messages);
      return reply.code(201).send({ devices });
    },
  });

  sensorThingsRoutes(http, { deps, login, takeAll });
}

/** The identity that the address or a header says; X-Sensor is sensor.community's. */
function saidDevice(request: FastifyRequest): string | null {
  const { device } = request.query as z.infer<typeof deviceQuestion>;
  const header = request.headers['x-sensor'] ?? request.headers['x-device'];
  return device ?? (typeof header === 'string' && header !== '' ? header.slice(0, 64) : null);
}
