import { z } from 'zod';
import { CRC_VARIANTS } from '#protocols/hj-212';
import { isPollutant } from '#standards/pollutants';
import { conversationSettings } from './conversation/settings.ts';

/** How devices reach the platform. */
export const PROTOCOLS = ['hj-212', 'gb-17691', 'hj-1239', 'gb-32960', 'jt-808', 'mqtt', 'http'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

export const STATISTICS = ['value', 'min', 'max', 'total'] as const;
export type Statistic = (typeof STATISTICS)[number];

const spoken = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** One factor of a maker: what it is called on the link, which quantity it is, and in which unit it is sent. */
export const factorRow = z
  .strictObject({
    factor: z.string().min(1),
    /** other names that devices of this model send for it */
    aliases: z.array(z.string().min(1)).default([]),
    statistic: z.enum(STATISTICS).default('value'),
    pollutant: z.string().refine(isPollutant, 'a code of the catalogue of pollutants').optional(),
    /** for a quantity that the catalogue does not have */
    title: spoken.optional(),
    unit: z.string().min(1),
  })
  .refine((row) => row.pollutant !== undefined || row.title !== undefined, 'a pollutant of the catalogue, or a title');
export type FactorRow = z.infer<typeof factorRow>;

export const modelSettings = z.strictObject({
  /** checksums that count as right */
  crc: z.array(z.enum(CRC_VARIANTS)).min(1).default(['hj212']),
  /** whether the time of a period is its start (HJ 212-2017) or its end */
  stamp: z.enum(['start', 'end']).default('start'),
  /** minutes of a CN 2051 period; what the device is set to */
  minuteInterval: z.int().min(1).max(30).default(10),
  /** seconds between real-time packets, as the device is set to */
  realtimeInterval: z.int().min(1).max(3600).default(60),
  /** what its clock is ahead of Beijing time, in minutes; subtracted */
  clockAheadMinutes: z.int().min(-1440).max(1440).default(0),
  /** answer uploads that ask for it */
  answers: z.boolean().default(true),
  /** from which records hours are made */
  hourFrom: z.enum(['minutes', 'realtime', 'device']).default('minutes'),
  /** packets a minute that a device may send before it is slowed down */
  mostPerMinute: z.int().min(1).max(60_000).default(600),
  factors: z.array(factorRow).default([]),
  ...conversationSettings,
});
export type ModelSettings = z.infer<typeof modelSettings>;

export type DeviceModel = {
  id: string;
  title: { zh: string; en: string };
  maker: string | null;
  kind: string;
  protocol: Protocol;
  settings: ModelSettings;
};

const NOTHING_SAID = modelSettings.parse({});
const overrides = modelSettings.partial();

/** The settings that hold for a device: its model's, and what it has of its own on top; without a model the defaults. */
export function settingsOf(model: Pick<DeviceModel, 'settings'> | undefined, own: unknown): ModelSettings {
  const base = model?.settings ?? NOTHING_SAID;
  if (own === null || typeof own !== 'object' || Object.keys(own).length === 0) return base;
  const given = overrides.safeParse(own);
  if (!given.success) return base;
  const said = Object.fromEntries(Object.entries(given.data).filter(([key]) => key in (own as object)));
  return { ...base, ...said };
}
