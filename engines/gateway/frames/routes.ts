import { z } from 'zod';
import {
  deviceById,
  deviceIdentities,
  devicesInProbation,
  type ModelSettings,
  modelSettingsOf,
  PROTOCOLS,
} from '#engines/devices';
import { KEPT_REASONS } from '#engines/observations';
import type { Http } from '#platform/http';
import type { Db } from '#platform/store';

import { explainFrame } from './explain.ts';
import { type KeptRow, keptFrames, keptFramesOf, knocksOf, linksOf } from './store.ts';
import { deviceLink, type KeptFrameView, keptFrameList, knockList } from './wire.ts';
import { deviationWords, endingWords } from './words.table.ts';

const tags = ['devices'];
const may = 'devices.read';
const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

/** What devices sent that did not become packets, who knocks, and how each is connected. */
export function frameRoutes(http: Http, { db }: { db: Db }): void {
  http.get('/api/devices/probation', {
    config: { may },
    schema: {
      summary: 'Devices in probation, the latest first: identity, address, frames, and the newest one decoded',
      tags,
      response: { 200: knockList },
    },
    handler: async () => {
      const devices = await devicesInProbation(db);
      const ids = devices.map(({ id }) => id);
      const [knocks, identities] = [await knocksOf(db, ids), await deviceIdentities(db, ids)];
      const list = devices.map((device) => {
        const knock = knocks.get(device.id);
        return {
          device,
          identities: identities.get(device.id) ?? [],
          remote: knock?.remote ?? device.stateReason,
          frames: knock?.frames ?? 0,
          firstAt: knock?.firstAt?.toISOString() ?? null,
          lastAt: knock?.lastAt?.toISOString() ?? null,
          sample: knock?.sample ? shape(knock.sample) : null,
        };
      });
      return { knocks: list.sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? '')) };
    },
  });

  http.get('/api/devices/:id/frames', {
    config: { may },
    schema: {
      summary: 'Frames that were kept of a device with the reason, newest first, decoded; passwords are left out',
      tags,
      params,
      querystring: z.object({
        before: z.coerce.number().int().optional(),
        limit: z.coerce.number().int().min(1).max(100).default(20),
      }),
      response: { 200: keptFrameList },
    },
    handler: async ({ params: { id }, query: { before, limit } }) => {
      const settings = await modelSettingsOf(db, id);
      const rows = await keptFramesOf(db, id, { before, limit: limit + 1 });
      return {
        frames: rows.slice(0, limit).map((row) => shape(row, settings)),
        next: rows.length > limit ? rows[limit - 1]!.id : null,
      };
    },
  });

  http.get('/api/kept-frames', {
    config: { may },
    schema: {
      summary:
        'Frames that were kept, of all devices and of none, newest first, decoded; without passwords, plates and places',
      tags,
      querystring: z.object({
        device: params.shape.id.optional(),
        protocol: z.enum(PROTOCOLS).optional(),
        reason: z.enum(KEPT_REASONS).optional(),
        identity: z.string().max(64).optional(),
        from: z.iso.datetime({ offset: true }).optional(),
        until: z.iso.datetime({ offset: true }).optional(),
        waiting: z.stringbool().optional(),
        before: z.coerce.number().int().optional(),
        limit: z.coerce.number().int().min(1).max(100).default(20),
      }),
      response: { 200: keptFrameList },
    },
    handler: async ({ query: { before, limit, from, until, ...filter } }) => {
      const times = { from: from ? new Date(from) : undefined, until: until ? new Date(until) : undefined };
      const rows = await keptFrames(db, { ...filter, ...times }, { before, limit: limit + 1 });
      const page = rows.slice(0, limit);
      const settings = new Map<number, ModelSettings | undefined>();
      for (const id of new Set(page.flatMap(({ deviceId }) => deviceId ?? [])))
        settings.set(id, await modelSettingsOf(db, id));
      return {
        frames: page.map((row) => shape(row, row.deviceId === null ? undefined : settings.get(row.deviceId))),
        next: rows.length > limit ? page.at(-1)!.id : null,
      };
    },
  });

  http.get('/api/devices/:id/link', {
    config: { may },
    schema: { summary: 'How a device is, or was last, connected', tags, params, response: { 200: deviceLink } },
    handler: async ({ params: { id } }) => {
      await deviceById(db, id);
      const link = (await linksOf(db, [id]))[0];
      if (!link) return { link: null };
      const { deviceId: _, deviations, ...rest } = link;
      return {
        link: {
          ...rest,
          deviations: Object.entries(deviations).map(([name, count]) => ({
            name,
            words: deviationWords(link.protocol, name),
            count,
          })),
          connectedAt: link.connectedAt.toISOString(),
          lastHeardAt: link.lastHeardAt.toISOString(),
          disconnectedAt: link.disconnectedAt?.toISOString() ?? null,
          disconnectReason: endingWords(link.disconnectReason),
        },
      };
    },
  });
}

function shape(row: KeptRow, settings?: ModelSettings): KeptFrameView {
  const { readable, deviations, packets, text } = explainFrame(row.protocol, row.bytes, settings);
  return {
    id: row.id,
    receivedAt: row.receivedAt.toISOString(),
    protocol: row.protocol,
    identity: row.identity,
    remote: row.remote,
    reason: row.reason,
    detail: row.detail,
    replayedAt: row.replayedAt?.toISOString() ?? null,
    bytes: row.bytes.length,
    readable,
    deviations: deviations.map((name) => ({ name, words: deviationWords(row.protocol, name) })),
    packets,
    text,
  };
}
