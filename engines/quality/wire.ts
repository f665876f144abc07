import { z } from 'zod';
import { sentence } from '#platform/http';

const evidence = z.record(z.string(), z.union([z.number(), z.string()]));
const moment = z.string();
const device = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string().nullable(),
  streetCode: z.string().nullable(),
  simulated: z.boolean(),
});

export const qualityMark = z.object({
  id: z.number(),
  device: device.extend({ kind: z.string() }),
  channel: z.object({ no: z.number(), pollutant: z.string().nullable(), unit: z.string().nullable() }),
  from: moment,
  until: moment,
  test: z.string(),
  edition: z.string(),
  state: z.enum(['suspect', 'invalid', 'told']),
  evidence,
  review: z.enum(['open', 'accepted', 'overruled']),
  audited: z.boolean(),
  foundAt: moment,
  /** the review that stands; `mine`: of the person asking, who therefore may not audit it */
  standing: z
    .object({
      id: z.string(),
      verdict: z.enum(['accepted', 'overruled']),
      reason: z.string(),
      at: moment,
      by: z.string(),
      byId: z.string().nullable(),
      auditedBy: z.string().nullable(),
      auditedAt: moment.nullable(),
      auditReason: z.string().nullable(),
      mine: z.boolean().optional(),
    })
    .nullable(),
});
export type QualityMark = z.infer<typeof qualityMark>;

export const markList = z.object({ marks: z.array(qualityMark), next: z.string().nullable() });
export type MarkList = z.infer<typeof markList>;

export const markReview = z.object({
  id: z.string(),
  verdict: z.enum(['accepted', 'overruled']),
  reason: z.string(),
  at: moment,
  by: z.string(),
  state: z.enum(['provisional', 'audited', 'returned', 'lapsed']),
  auditedAt: moment.nullable(),
  auditedBy: z.string().nullable(),
  auditReason: z.string().nullable(),
});
export type MarkReview = z.infer<typeof markReview>;

const line = z.array(z.number().nullable());
export const markCurve = z.object({
  mark: qualityMark,
  from: moment,
  stepMinutes: z.number(),
  /** the mark is longer than what is shown */
  cut: z.boolean(),
  values: line,
  /** relative humidity of the device, %, where it tells something */
  humidity: line.nullable(),
  neighbours: z.array(
    z.object({ id: z.number(), code: z.string(), name: z.string().nullable(), metres: z.number(), values: line }),
  ),
  /** false: too few neighbours, the comparing tests could not check */
  checked: z.boolean(),
  marks: z.array(qualityMark),
  reviews: z.array(markReview),
});
export type MarkCurve = z.infer<typeof markCurve>;

export const qualityTests = z.object({
  tests: z.array(
    z.object({
      id: z.string(),
      title: sentence,
      source: sentence,
      edition: z.string(),
      from: z.string(),
      parameters: z.array(
        z.object({ name: z.string(), value: z.number(), unit: z.string(), mark: z.enum(['S', 'R', 'K']) }),
      ),
    }),
  ),
});
export type QualityTests = z.infer<typeof qualityTests>;

export const interferenceList = z.object({
  stations: z.array(
    z.object({
      device,
      suspicions: z.array(
        z.object({
          markId: z.number(),
          from: moment,
          until: moment,
          kind: z.enum(['spraying', 'covering']),
          /** particles afterwards as a share of what the neighbours let expect; null where not told */
          change: z.number().nullable(),
          humidityRise: z.number().nullable(),
          review: z.enum(['open', 'accepted']),
          audited: z.boolean(),
        }),
      ),
    }),
  ),
});
export type InterferenceList = z.infer<typeof interferenceList>;

const range = z.object({ from: z.number(), to: z.number() });
const heldOut = z.object({
  by: z.enum(['week', 'site']),
  groups: z.number(),
  samples: z.number(),
  rmse: z.number(),
  bias: z.number(),
  r2: z.number().nullable(),
  rmseError: z.number(),
});
export const calibrationVersion = z.object({
  id: z.string(),
  device,
  channel: z.object({ no: z.number(), pollutant: z.string().nullable(), unit: z.string().nullable() }),
  version: z.number(),
  model: z.string(),
  modelTitle: sentence,
  formula: z.string(),
  coefficients: z.record(z.string(), z.number()),
  training: z.object({ sensor: range, reference: range, humidity: range.nullable() }),
  samples: z.number(),
  weeks: z.number(),
  sites: z.number(),
  heldOut: z.array(heldOut),
  /** the models that were tried, each with its error on data left out */
  ladder: z.array(z.object({ model: z.string(), heldOut: z.array(heldOut) })),
  reference: z.object({ code: z.string(), name: z.string().nullable() }),
  trainedFirst: z.string(),
  trainedLast: z.string(),
  madeAt: moment,
  madeBy: z.string(),
  state: z.enum(['draft', 'admitted', 'withdrawn']),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  mine: z.boolean(),
});
export type CalibrationVersion = z.infer<typeof calibrationVersion>;
export const calibrationList = z.object({ calibrations: z.array(calibrationVersion) });
export type CalibrationList = z.infer<typeof calibrationList>;

export const usualSet = z.object({ channels: z.number() });
