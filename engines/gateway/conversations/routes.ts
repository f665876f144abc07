import { z } from 'zod';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';
import { askDevice, requestKinds as kinds, shapeOf, takeBack } from './commands.ts';
import { commandsOf, messagesOf } from './store.ts';
import { command, commandList, conversation, newCommand, requestKinds } from './wire.ts';

const tags = ['devices'];
const deviceId = z.coerce.number().int().min(1).max(2_147_483_647);
const params = z.object({ id: deviceId });
const limit = z.coerce.number().int().min(1).max(200).default(50);

/** What is asked of devices, and what was said on both sides. */
export function conversationRoutes(http: Http, { db }: { db: Db }): void {
  http.get('/api/devices/requests', {
    config: { may: 'devices.read' },
    schema: {
      summary: 'Requests that a device of HJ 212 can be asked, with the values that the standard allows',
      tags,
      response: { 200: requestKinds },
    },
    handler: async () => ({ requests: kinds() }),
  });

  http.get('/api/devices/:id/commands', {
    config: { may: 'devices.read' },
    schema: {
      summary: 'What a device was asked, newest first, and what became of it',
      tags,
      params,
      querystring: z.object({ before: z.uuid().optional(), limit }),
      response: { 200: commandList },
    },
    handler: async ({ params: { id }, query }) => {
      const rows = await commandsOf(db, id, query.before, query.limit + 1);
      const page = rows.slice(0, query.limit);
      return { commands: page.map(shapeOf), next: rows.length > query.limit ? page.at(-1)!.id : null };
    },
  });

  http.post('/api/devices/:id/commands', {
    config: { may: 'devices.command' },
    schema: {
      summary: 'Asks a device something; sent when it is connected, now or later',
      tags,
      params,
      body: newCommand,
      response: { 202: command },
    },
    handler: async ({ params: { id }, body, actor }, reply) =>
      reply.code(202).send(await askDevice(db, actor, id, body)),
  });

  http.post('/api/devices/:id/commands/:command/cancel', {
    config: { may: 'devices.command' },
    schema: {
      summary: 'Takes a command back that has not been sent',
      tags,
      params: z.object({ id: deviceId, command: z.uuid() }),
      response: { 200: command },
    },
    handler: ({ params: { id, command: of }, actor }) => takeBack(db, actor, id, of),
  });

  http.get('/api/devices/:id/messages', {
    config: { may: 'devices.read' },
    schema: {
      summary: 'The conversation with a device, newest first, without passwords',
      tags,
      params,
      querystring: z.object({ before: z.coerce.number().int().optional(), command: z.uuid().optional(), limit }),
      response: { 200: conversation },
    },
    handler: async ({ params: { id }, query }) => {
      const rows = await messagesOf(db, id, { ...query, limit: query.limit + 1 });
      const page = rows.slice(0, query.limit);
      return {
        messages: page.map((row) => ({ ...row, at: row.at.toISOString() })),
        next: rows.length > query.limit ? page.at(-1)!.id : null,
      };
    },
  });
}
