import { z } from 'zod';
import type { Http } from '#platform/http';
import type { DeviceDeps } from '../deps.ts';
import { deviceView } from '../wire.ts';
import { editIdentities, editSecrets } from './acts.ts';
import { admitDevice, mergeDevice } from './admit.ts';
import { deviceFields, identityField } from './fields.ts';
import { deviceById } from './one.ts';
import { idParams as params, deviceTags as tags } from './routes.ts';
import { stepState } from './states.ts';
import { closeWindows, openWindow } from './windows.ts';

const reason = z.string().trim().min(1).max(500);
/** the device as it is now, and what came of the frames that had been kept */
const admitted = z.object({ device: deviceView, replayed: z.object({ stored: z.number(), kept: z.number() }) });

export function stateRoutes(http: Http, deps: DeviceDeps): void {
  const { db } = deps;
  const edit = { may: 'devices.edit' };

  http.put('/api/devices/:id/identities', {
    config: edit,
    schema: {
      summary: 'Replaces what a device goes by on its links (MN, vehicle number, topic)',
      tags,
      params,
      body: z.strictObject({ identities: z.array(identityField).max(20) }),
      response: { 200: deviceView },
    },
    handler: async ({ actor, params: { id }, body }) => {
      await editIdentities(deps, actor, id, body.identities);
      return deviceById(db, id);
    },
  });

  http.put('/api/devices/:id/secrets', {
    config: edit,
    schema: {
      summary: 'Sets or takes away (null) the password and the SM4 key of a device; neither is ever told again',
      tags,
      params,
      body: z.strictObject({
        password: z.string().min(1).max(64).nullable().optional(),
        sm4Key: z
          .string()
          .regex(/^[0-9a-f]{32}$/i, '32 hex digits')
          .nullable()
          .optional(),
      }),
      response: { 200: deviceView },
    },
    handler: async ({ actor, params: { id }, body }) => {
      await editSecrets(deps, actor, id, body);
      return deviceById(db, id);
    },
  });

  http.post('/api/devices/:id/admit', {
    config: { may: 'devices.admit' },
    schema: {
      summary: 'Admits a device from probation; the frames that were kept of it become packets',
      tags,
      params,
      body: deviceFields.partial(),
      response: { 200: admitted },
    },
    handler: async ({ actor, params: { id }, body }) => {
      const { replayed } = await admitDevice(deps, actor, id, body);
      return { device: await deviceById(db, id), replayed };
    },
  });

  http.post('/api/devices/:id/merge', {
    config: { may: 'devices.admit' },
    schema: {
      summary: 'A device in probation is another number of a known one: hands over its identities and frames',
      tags,
      params,
      body: z.strictObject({ into: z.int().min(1) }),
      response: { 200: admitted },
    },
    handler: async ({ actor, params: { id }, body: { into } }) => {
      const { replayed } = await mergeDevice(deps, actor, id, into);
      return { device: await deviceById(db, into), replayed };
    },
  });

  for (const step of ['retire', 'restore'] as const)
    http.post(`/api/devices/:id/${step}`, {
      config: edit,
      schema: {
        summary: step === 'retire' ? 'Takes a device out of service' : 'Takes a retired device back into service',
        tags,
        params,
        body: z.strictObject({ reason }),
        response: { 200: deviceView },
      },
      handler: async ({ actor, params: { id }, body }) => {
        await stepState(deps, actor, id, step, body.reason);
        return deviceById(db, id);
      },
    });

  http.post('/api/devices/:id/maintenance', {
    config: edit,
    schema: {
      summary: 'Plans maintenance, or begins it now; without an end it stays until somebody ends it',
      tags,
      params,
      body: z.strictObject({
        begins: z.iso.datetime({ offset: true }).optional(),
        ends: z.iso.datetime({ offset: true }).nullable().default(null),
        reason,
      }),
      response: { 200: deviceView },
    },
    handler: async ({ actor, params: { id }, body }) => {
      const [begins, ends] = [body.begins ? new Date(body.begins) : new Date(), body.ends && new Date(body.ends)];
      await openWindow(deps, actor, id, { begins, ends: ends || null, reason: body.reason });
      return deviceById(db, id);
    },
  });

  http.post('/api/devices/:id/maintenance/end', {
    config: edit,
    schema: {
      summary: 'Ends the maintenance under way and takes back what is planned',
      tags,
      params,
      body: z.strictObject({}).default({}),
      response: { 200: deviceView },
    },
    handler: async ({ actor, params: { id } }) => {
      await closeWindows(deps, actor, id);
      return deviceById(db, id);
    },
  });
}
