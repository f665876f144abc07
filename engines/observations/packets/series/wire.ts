import { z } from 'zod';
import { isCalendarDate } from '#platform/clock';
import { sentence } from '#platform/http';

/** one quantity of a device: place i of `values`, `flags` … is the channel of number i + 1 */
export const deviceChannel = z.object({
  no: z.int(),
  /** code of the catalogue; null: not mapped yet, or a quantity that the catalogue does not have */
  pollutant: z.string().nullable(),
  unit: z.string().nullable(),
  /** what the device calls it */
  factor: z.string().nullable(),
  statistic: z.enum(['value', 'min', 'max', 'total']),
});

/** where records came from; `simulated` and `replay` have to be said wherever their figures show */
export const seriesSource = z.object({
  id: z.int(),
  kind: z.enum(['import', 'replay', 'gateway', 'simulated']),
  label: sentence,
});

const values = z.array(z.number().nullable());
/** one letter a channel: V valid, S suspect, I invalid, M maintenance, C calibration, N no data */
const flags = z.string();

/** GET /api/devices/latest: the newest packet of every admitted device, for maps and lists */
export const latestOfDevices = z.object({
  devices: z.array(
    z.object({
      id: z.int(),
      code: z.string(),
      name: z.string().nullable(),
      kind: z.string(),
      stationCode: z.string().nullable(),
      streetCode: z.string().nullable(),
      site: z.string().nullable(),
      /** WGS 84 */
      lon: z.number().nullable(),
      lat: z.number().nullable(),
      state: z.enum(['admitted', 'maintenance']),
      simulated: z.boolean(),
      /** which of `channelSets`: most devices of a model have the same channels */
      channelSet: z.int(),
      /** the one whose time ends last, the finer of two; null: it has not sent anything */
      packet: z
        .object({
          /** instant, or beginning of the period */
          at: z.iso.datetime(),
          /** minutes of the period; 0: of the moment */
          span: z.int(),
          receivedAt: z.iso.datetime(),
          sourceId: z.int(),
          values,
          flags,
        })
        .nullable(),
    }),
  ),
  channelSets: z.array(z.array(deviceChannel)),
  sources: z.array(seriesSource),
});

/** raw: packets as they came; 1m … 15m: means made when asked; hour, day: as stored */
export const SERIES_STEPS = ['raw', '1m', '5m', '15m', 'hour', 'day'] as const;
export const seriesStep = z.enum(SERIES_STEPS);

const instant = z.union([z.iso.datetime({ offset: true }), z.string().refine(isCalendarDate, 'a date or an instant')]);

/** GET /api/devices/:id/series */
export const seriesQuery = z.object({
  /** a Beijing date, or an instant; until is not included as an instant and included as a date */
  from: instant,
  until: instant,
  step: seriesStep.default('hour'),
  /** what was known then; steps below a day. Hours as of an instant are made of packets, without calibration */
  asOf: z.iso.datetime({ offset: true }).optional(),
  /** raw: only packets of this span */
  span: z.coerce.number().int().min(0).max(1440).optional(),
  /** `next` of the page before */
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(2000),
  /** stored hours: also what they are made of (samples, valid minutes, basis, edition) */
  detail: z.enum(['true', 'false']).default('false'),
});

export const seriesRow = z.object({
  /** instant, or beginning of the period; of a day the Beijing date */
  at: z.string(),
  /** minutes; 0: of the moment */
  span: z.int(),
  values,
  flags,
  sourceIds: z.array(z.int()),
  /** raw: when it came */
  receivedAt: z.iso.datetime().optional(),
  /** periods: least and greatest of the valid values where they are known */
  min: values.optional(),
  max: values.optional(),
  /** periods: minutes that valid values stand for; null: an imported hour */
  validMinutes: z.array(z.int()).nullable().optional(),
  /** hours and minutes: values in the mean */
  samples: z.array(z.int()).optional(),
  /** days: valid hours, and whether they are enough */
  hours: z.array(z.int()).optional(),
  valid: z.array(z.boolean()).optional(),
  /** hours and minutes: a letter a channel of what it is made of: i imported, d the device's hour, m minutes, r moments; null: imported whole */
  basis: z.string().nullable().optional(),
  /** of the rule */
  edition: z.string().nullable().optional(),
});

export const deviceSeries = z.object({
  device: z.object({
    id: z.int(),
    code: z.string(),
    name: z.string().nullable(),
    kind: z.string(),
    simulated: z.boolean(),
  }),
  channels: z.array(deviceChannel),
  step: seriesStep,
  asOf: z.iso.datetime().nullable(),
  rows: z.array(seriesRow),
  /** give it as `after` for the next page, which may be empty; null: that was all */
  next: z.string().nullable(),
  sources: z.array(seriesSource),
  /** months (UTC) of the period whose packets are in the archive: raw packets and minutes of them are not shown */
  archivedMonths: z.array(z.string()),
});

export type LatestOfDevices = z.infer<typeof latestOfDevices>;
export type SeriesStep = z.infer<typeof seriesStep>;
export type SeriesQuery = z.infer<typeof seriesQuery>;
export type SeriesRow = z.infer<typeof seriesRow>;
export type DeviceSeries = z.infer<typeof deviceSeries>;
