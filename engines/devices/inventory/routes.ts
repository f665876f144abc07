import { z } from 'zod';
import type { Http } from '#platform/http';
import type { DeviceDeps } from '../deps.ts';
import { DEVICE_STATES, devicePage, deviceView, HEALTH_STATES } from '../wire.ts';
import { createDevice, editDevice } from './acts.ts';
import { deviceFields, newDevice } from './fields.ts';
import { devicePageOf, LIST_SORTS, type ListFilter, type ListSort } from './list.ts';
import { deviceById } from './one.ts';

export const deviceTags = ['devices'];
export const idParams = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

/** comma-separated in the address */
const several = <T extends string>(values: readonly [T, ...T[]]) =>
  z
    .string()
    .max(300)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)))
    .optional();
const words = z.string().trim().min(1).max(100).optional();

/** What every list, map and sheet of devices can be narrowed by. */
export const filterQuery = z.object({
  kind: z
    .string()
    .max(300)
    .transform((text) => text.split(','))
    .optional(),
  state: several(DEVICE_STATES),
  health: several([...HEALTH_STATES, 'none']),
  street: z
    .string()
    .max(300)
    .transform((text) => text.split(','))
    .optional(),
  model: words,
  purpose: words,
  simulated: z
    .enum(['yes', 'no'])
    .transform((text) => text === 'yes')
    .optional(),
  q: words,
});
export const filterOf = (query: z.infer<typeof filterQuery>): ListFilter => query;

export function inventoryRoutes(http: Http, deps: DeviceDeps): void {
  const { db } = deps;

  http.get('/api/devices', {
    config: { may: 'devices.read' },
    schema: {
      summary:
        'Devices with how they were found at the last look, page by page; admitted ones unless `state` says otherwise',
      tags: deviceTags,
      querystring: filterQuery.extend({
        sort: z.enum(Object.keys(LIST_SORTS) as [ListSort, ...ListSort[]]).default('health'),
        dir: z.enum(['asc', 'desc']).default('asc'),
        after: z.string().max(500).optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      response: { 200: devicePage },
    },
    handler: ({ query: { sort, dir, after, limit, ...filter } }) =>
      devicePageOf(db, filterOf(filter), { sort, descending: dir === 'desc', after, limit }),
  });

  http.get('/api/devices/:id', {
    config: { may: 'devices.read' },
    schema: { summary: 'One device whole', tags: deviceTags, params: idParams, response: { 200: deviceView } },
    handler: ({ params }) => deviceById(db, params.id),
  });

  http.post('/api/devices', {
    config: { may: 'devices.edit' },
    schema: { summary: 'Registers a device', tags: deviceTags, body: newDevice, response: { 201: deviceView } },
    handler: async (request, reply) => {
      const id = await createDevice(deps, request.actor, request.body);
      return reply.code(201).send(await deviceById(db, id));
    },
  });

  http.patch('/api/devices/:id', {
    config: { may: 'devices.edit' },
    schema: {
      summary: 'Changes what is said of a device; its street is found from its place unless one is named',
      tags: deviceTags,
      params: idParams,
      body: deviceFields.partial(),
      response: { 200: deviceView },
    },
    handler: async ({ actor, params, body }) => {
      await editDevice(deps, actor, params.id, body);
      return deviceById(db, params.id);
    },
  });
}
