import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Http } from '#platform/http';
import { isRefusal } from '#platform/refusal';
import type { Report, TextMessage } from '../messages/message.ts';
import { observationOf } from '../messages/read.ts';
import { type Address, addressOfStream } from '../messages/topics.ts';
import type { Credentials, DeviceLogin } from './authentication.ts';
import { type IngestDeps, takerOf } from './take.ts';

type Messages = ReadonlyMap<string, { message: TextMessage; count: number }>;
export type SensorThingsDeps = {
  deps: IngestDeps;
  login: DeviceLogin;
  takeAll: (request: FastifyRequest, reply: FastifyReply, given: Credentials, messages: Messages) => Promise<unknown>;
};

const config = { may: 'anyone', hidden: true } as const;
const LONGEST_BODY = 4 * 1024 * 1024;
const MOST_OBSERVATIONS = 5000;
const stream = z.object({ '@iot.id': z.union([z.string().max(200), z.number()]) });
const entity = z.looseObject({ Datastream: stream.optional() });
/** OGC 18-088, 13.2: an extension that takes many observations in one array */
const dataArrays = z
  .array(
    z.looseObject({
      Datastream: stream,
      components: z.array(z.string()).min(1),
      dataArray: z.array(z.array(z.unknown())).max(MOST_OBSERVATIONS),
    }),
  )
  .min(1)
  .max(MOST_OBSERVATIONS);

/** What a SensorThings service answers when something is wrong. */
const errorOf = (code: number, message: string) => ({ code, type: 'error', message });

/**
 * OGC SensorThings 1.1, as far as devices need it to send: an Observation by its own address or by that of its Datastream, and
 * CreateObservations. The id of a Datastream is the device's identity and the factor: `MN-1:pm25`.
 */
export function sensorThingsRoutes(http: Http, { deps, login, takeAll }: SensorThingsDeps): void {
  /** Errors in the form of the standard's services, refusals of ours among them. */
  async function asTheStandard(reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return reply.code(error.status).send(errorOf(error.status, error.sentence.en));
    }
  }

  async function one(request: FastifyRequest, reply: FastifyReply, address: Address | null, body: unknown) {
    const given = login.credentials(request);
    if (!address?.identity || !address.factor)
      return reply.code(404).send(errorOf(404, 'No such Datastream: its id is identity:factor.'));
    const { identity, factor } = address;
    const report = observationOf(body, factor);
    if (!report) return reply.code(400).send(errorOf(400, 'An Observation needs a result.'));
    await takeAll(request, reply, given, messageOf(identity, [report]));
    const id = selfOf(address, report);
    return reply
      .code(201)
      .header('location', `/v1.1/Observations('${id}')`)
      .send({ '@iot.id': id, ...(body as object) });
  }

  http.post('/v1.1/Observations', {
    config,
    bodyLimit: LONGEST_BODY,
    handler: (request, reply) =>
      asTheStandard(reply, () => {
        const read = entity.safeParse(request.body);
        const id = read.success ? read.data.Datastream?.['@iot.id'] : undefined;
        return one(request, reply, id === undefined ? null : addressOfStream(String(id)), request.body);
      }),
  });

  http.post('/v1.1/:stream/Observations', {
    config,
    bodyLimit: LONGEST_BODY,
    handler: (request, reply) =>
      asTheStandard(reply, () => {
        const id = /^Datastreams\((.+)\)$/.exec((request.params as { stream: string }).stream)?.[1];
        return one(request, reply, id === undefined ? null : addressOfStream(id), request.body);
      }),
  });

  http.post('/v1.1/CreateObservations', {
    config,
    bodyLimit: LONGEST_BODY,
    handler: (request, reply) =>
      asTheStandard(reply, async () => {
        const given = login.credentials(request);
        const read = dataArrays.safeParse(request.body);
        if (!read.success)
          return reply.code(400).send(errorOf(400, `Not a list of dataArrays: ${read.error.issues[0]!.message}`));
        const { register } = takerOf(deps);
        const byDevice = new Map<string, Report[]>();
        const answers: { address: Address | null; report: Report | null }[] = [];
        for (const { Datastream, components, dataArray } of read.data) {
          const address = addressOfStream(String(Datastream['@iot.id']));
          for (const row of dataArray) {
            const fields = Object.fromEntries(components.map((name, i) => [name, row[i]]));
            const report = address ? observationOf(fields, address.factor!) : null;
            answers.push({ address, report });
            if (!report) continue;
            const identity = address!.identity!;
            const known = byDevice.get(identity);
            if (known) known.push(report);
            else byDevice.set(identity, [report]);
          }
        }
        // who may not be spoken for is refused before anything is taken
        for (const identity of byDevice.keys()) login.device(register, request, given, identity);
        const messages = new Map([...byDevice].flatMap(([identity, reports]) => [...messageOf(identity, reports)]));
        if (messages.size > 0) await takeAll(request, reply, given, messages);
        return reply
          .code(201)
          .send(
            answers.map(({ address, report }) =>
              address && report ? `/v1.1/Observations('${selfOf(address, report)}')` : 'error',
            ),
          );
      }),
  });
}

const messageOf = (identity: string, reports: Report[]) =>
  new Map([[identity, { message: { identity, by: 'sensor-things', reports } as const, count: reports.length }]]);

/** An observation goes by its datastream and its time. */
const selfOf = ({ identity, factor }: Address, { time }: Report): string =>
  encodeURIComponent(`${identity}:${factor}:${time ?? ''}`);
