import { z } from 'zod';
import { deviceRow, identity, STATISTICS, spoken } from '#engines/devices';
import { KEPT_REASONS } from '#engines/observations';

export const keptFrame = z.object({
  id: z.number(),
  receivedAt: z.string(),
  protocol: z.string(),
  identity: z.string().nullable(),
  remote: z.string().nullable(),
  reason: z.enum(KEPT_REASONS),
  detail: z.string().nullable(),
  /** when it became packets after all */
  replayedAt: z.string().nullable(),
  bytes: z.number(),
  readable: z.boolean(),
  deviations: z.array(z.object({ name: z.string(), words: spoken.nullable() })),
  packets: z.array(
    z.object({
      at: z.string().nullable(),
      spanMinutes: z.number(),
      values: z.array(
        z.object({
          factor: z.string(),
          statistic: z.enum(STATISTICS),
          value: z.number().nullable(),
          flag: z.enum(['V', 'N', 'M', 'C', 'S', 'I']),
        }),
      ),
    }),
  ),
  text: z.string(),
});
export const keptFrameList = z.object({ frames: z.array(keptFrame), next: z.number().nullable() });

/** Who knocks: a device in probation, what it sends, since when. */
export const knock = z.object({
  device: deviceRow,
  identities: z.array(identity),
  remote: z.string().nullable(),
  frames: z.number(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  sample: keptFrame.nullable(),
});
export const knockList = z.object({ knocks: z.array(knock) });

/** How a device is connected, as the gateways last said. */
export const deviceLink = z.object({
  link: z
    .object({
      protocol: z.string(),
      gateway: z.string(),
      remote: z.string().nullable(),
      connectedAt: z.string(),
      lastHeardAt: z.string(),
      clockOffsetS: z.number().nullable(),
      disconnectedAt: z.string().nullable(),
      disconnectReason: spoken.nullable(),
      /** departures from the protocol, counted */
      deviations: z.array(z.object({ name: z.string(), words: spoken.nullable(), count: z.number() })),
    })
    .nullable(),
});

export type KeptFrameView = z.infer<typeof keptFrame>;
export type KeptFrameList = z.infer<typeof keptFrameList>;
export type KnockList = z.infer<typeof knockList>;
export type DeviceLinkView = z.infer<typeof deviceLink>;
