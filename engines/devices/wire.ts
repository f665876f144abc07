import { z } from 'zod';
import { PROTOCOLS, STATISTICS } from './model.ts';

export const spoken = z.object({ zh: z.string(), en: z.string() });
/** a name that a person gave; English where somebody gave one */
export const deviceName = z.object({ zh: z.string(), en: z.string().nullable() });

export const DEVICE_STATES = ['probation', 'admitted', 'maintenance', 'retired'] as const;
export const HEALTH_STATES = ['online', 'late', 'silent', 'faulty', 'maintenance', 'probation'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** How a device was found at the last look; null for one that is not heard over the network (imported records). */
export const healthBrief = z.object({
  state: z.enum(HEALTH_STATES),
  cause: z.string(),
  since: z.string(),
  /** last sign of life, last values */
  heardAt: z.string().nullable(),
  valuesAt: z.string().nullable(),
  words: spoken,
  remedy: spoken.nullable(),
  checkedAt: z.string(),
});

export const deviceRow = z.object({
  id: z.number(),
  code: z.string(),
  name: deviceName.nullable(),
  kind: z.string(),
  modelId: z.string().nullable(),
  streetCode: z.string().nullable(),
  site: z.string().nullable(),
  /** a unit of the district's directory, or a name in words */
  unitId: z.string().nullable(),
  owner: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  /** measures of the plan that it serves, by their numbers */
  purpose: z.array(z.string()),
  state: z.enum(DEVICE_STATES),
  stateReason: z.string().nullable(),
  simulated: z.boolean(),
  health: healthBrief.nullable(),
});

/** GET /api/devices */
export const devicePage = z.object({
  devices: z.array(deviceRow),
  /** pass as `after` for the next page; null on the last */
  next: z.string().nullable(),
  total: z.number(),
});

export const identity = z.object({ protocol: z.enum(PROTOCOLS), identity: z.string() });

export const channelView = z.object({
  no: z.number(),
  factor: z.string().nullable(),
  statistic: z.enum(STATISTICS),
  pollutant: z.string().nullable(),
  /** of a quantity that the catalogue does not have */
  title: spoken.nullable(),
  unit: z.string().nullable(),
  mappedAt: z.string().nullable(),
  /** the person who mapped it; null: by its model */
  mappedBy: z.string().nullable(),
});

export const stateChange = z.object({
  at: z.string(),
  from: z.enum(DEVICE_STATES).nullable(),
  to: z.enum(DEVICE_STATES),
  reason: z.string().nullable(),
  by: z.string(),
});

export const maintenanceWindow = z.object({
  id: z.string(),
  begins: z.string(),
  ends: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
});

/** GET /api/devices/:id */
export const deviceView = deviceRow.extend({
  stationCode: z.string().nullable(),
  identities: z.array(identity),
  /** whether one is set; neither is ever told */
  hasPassword: z.boolean(),
  hasKey: z.boolean(),
  ownSettings: z.record(z.string(), z.unknown()),
  /** what holds: the model's settings with its own on top, without the factors */
  settings: z.record(z.string(), z.unknown()),
  channels: z.array(channelView),
  changes: z.array(stateChange),
  windows: z.array(maintenanceWindow),
  /** the district's file that states it, until a person edits it */
  fromFile: z.string().nullable(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  editedBy: z.string().nullable(),
});

export type DeviceName = z.infer<typeof deviceName>;
export type HealthBrief = z.infer<typeof healthBrief>;
export type DeviceRow = z.infer<typeof deviceRow>;
export type DevicePage = z.infer<typeof devicePage>;
export type DeviceView = z.infer<typeof deviceView>;
export type ChannelView = z.infer<typeof channelView>;
