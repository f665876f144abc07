import { z } from 'zod';
import { deviceRow, HEALTH_STATES, spoken } from '#engines/devices';
import { COMMONS } from './alarms/outage.ts';
import { THRESHOLD_NAMES } from './judge/thresholds.table.ts';

const share = z.number().nullable();

export const alarmView = z.object({
  id: z.string(),
  kind: z.enum(['silent', 'faulty', 'outage']),
  common: z.enum(COMMONS).nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  cause: z.string(),
  words: spoken,
  remedy: spoken.nullable(),
  acknowledged: z.object({ at: z.string(), by: z.string(), note: z.string() }).nullable(),
  devices: z.array(
    z.object({
      id: z.number(),
      code: z.string(),
      name: z.object({ zh: z.string(), en: z.string().nullable() }).nullable(),
      kind: z.string(),
      streetCode: z.string().nullable(),
      simulated: z.boolean(),
      recoveredAt: z.string().nullable(),
    }),
  ),
});
export const alarmList = z.object({ alarms: z.array(alarmView), next: z.string().nullable() });

/** GET /api/device-health/overview: what the operator has to know now */
export const healthOverview = z.object({
  /** the last look; null: nobody has looked yet */
  lookedAt: z.string().nullable(),
  counts: z.array(z.object({ kind: z.string(), health: z.enum([...HEALTH_STATES, 'none']), n: z.number() })),
  outages: z.array(alarmView),
  /** devices that are faulty or silent, outside of outages, what waits for nobody first */
  wrong: z.array(deviceRow.extend({ alarm: z.object({ id: z.string(), acknowledged: z.boolean() }).nullable() })),
  probation: z.number(),
  unmapped: z.object({ factors: z.number(), devices: z.number() }),
  overdue: z.number(),
});

export const healthDay = z.object({
  day: z.string(),
  online: z.number(),
  late: z.number(),
  silent: z.number(),
  faulty: z.number(),
  maintenance: z.number(),
  unwatched: z.number(),
  /** valid of expected channel hours */
  expectedHours: z.number(),
  validHours: z.number(),
});
/** GET /api/devices/:id/health: its days, and the stretches of the last of them */
export const deviceHealthView = z.object({
  days: z.array(healthDay),
  episodes: z.array(
    z.object({
      began: z.string(),
      ended: z.string().nullable(),
      state: z.string(),
      cause: z.string(),
      words: spoken,
    }),
  ),
  alarms: z.array(alarmView),
});

export const networkView = z.object({
  day: z.string(),
  networks: z.array(
    z.object({
      streetCode: z.string(),
      kind: z.string(),
      devices: z.number(),
      working: z.number(),
      dayShare: share,
      monthShare: share,
    }),
  ),
});

/** GET /api/device-health/gaps: cells farther than `metres` from every working device of a kind, as GeoJSON */
export const gapsView = z.object({
  type: z.literal('FeatureCollection'),
  kind: z.string(),
  metres: z.number(),
  cellMetres: z.number(),
  /** of the district's area */
  share: z.number(),
  byStreet: z.array(z.object({ streetCode: z.string(), share: z.number() })),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ metres: z.number().nullable(), streetCode: z.string() }),
      geometry: z.object({
        type: z.literal('Polygon'),
        coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))),
      }),
    }),
  ),
});

export const settingView = z.object({
  name: z.enum(THRESHOLD_NAMES as [string, ...string[]]),
  title: spoken,
  unit: spoken,
  value: z.number(),
  /** what holds where nobody has set anything */
  standard: z.number(),
  least: z.number(),
  most: z.number(),
  /** since when it was set, and by whom; null: the default */
  set: z.object({ from: z.string(), by: z.string() }).nullable(),
});
export const settingList = z.object({ settings: z.array(settingView) });

export type HealthAlarm = z.infer<typeof alarmView>;
export type HealthAlarmList = z.infer<typeof alarmList>;
export type HealthOverview = z.infer<typeof healthOverview>;
export type DeviceHealthView = z.infer<typeof deviceHealthView>;
export type HealthDayView = z.infer<typeof healthDay>;
export type NetworkView = z.infer<typeof networkView>;
export type GapsView = z.infer<typeof gapsView>;
export type HealthSettingList = z.infer<typeof settingList>;
