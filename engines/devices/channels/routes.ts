import { z } from 'zod';
import type { Http } from '#platform/http';
import type { DeviceDeps } from '../deps.ts';
import { deviceById } from '../inventory/one.ts';
import { STATISTICS } from '../model.ts';
import { deviceView } from '../wire.ts';
import { mapChannel } from './map.ts';
import { unmappedFactors } from './unmapped.ts';

const tags = ['devices'];

export const unmappedFactor = z.object({
  modelId: z.string().nullable(),
  protocol: z.string().nullable(),
  factor: z.string(),
  statistic: z.enum(STATISTICS),
  devices: z.number(),
  examples: z.array(
    z.object({
      deviceId: z.number(),
      code: z.string(),
      no: z.number(),
      value: z.number().nullable(),
      at: z.string().nullable(),
    }),
  ),
  suggestion: z.object({ pollutant: z.string(), units: z.array(z.string()) }).nullable(),
});
export const unmappedList = z.object({ factors: z.array(unmappedFactor) });
export type UnmappedList = z.infer<typeof unmappedList>;

export function channelRoutes(http: Http, deps: DeviceDeps): void {
  const { db, others } = deps;

  http.get('/api/device-channels/unmapped', {
    config: { may: 'devices.read' },
    schema: {
      summary:
        'Factors that devices send and that have no meaning yet, with last values and what the catalogue suggests',
      tags,
      response: { 200: unmappedList },
    },
    handler: async () => ({ factors: await unmappedFactors(db, others.latest) }),
  });

  http.put('/api/devices/:id/channels/:no', {
    config: { may: 'devices.edit' },
    schema: {
      summary: 'Says what a channel of one device is; `meaning: null` leaves it to the model again',
      tags,
      params: z.object({ id: z.coerce.number().int().min(1), no: z.coerce.number().int().min(1).max(1000) }),
      body: z.strictObject({
        meaning: z
          .strictObject({ pollutant: z.string().max(40).nullable(), unit: z.string().trim().min(1).max(20) })
          .nullable(),
      }),
      response: { 200: deviceView },
    },
    handler: async ({ actor, params: { id, no }, body }) => {
      await mapChannel(deps, actor, id, no, body.meaning);
      return deviceById(db, id);
    },
  });
}
