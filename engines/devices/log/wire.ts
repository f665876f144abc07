import { z } from 'zod';
import { isCalendarDate } from '#platform/clock';
import { isPollutant } from '#standards/pollutants';

export const LOG_KINDS = ['visit', 'cleaning', 'repair', 'replacement', 'calibration', 'other'] as const;
export const CALIBRATION_RESULTS = ['passed', 'adjusted', 'failed'] as const;

const day = z.string().refine(isCalendarDate, 'a date like 2021-10-01');
const words = (most: number) => z.string().trim().min(1).max(most);

/** What was done at a device. A calibration says against what, how it came out and until when it holds. */
export const newEntry = z
  .strictObject({
    kind: z.enum(LOG_KINDS),
    doneOn: day,
    doneBy: words(100),
    words: words(2000),
    pollutant: z.string().refine(isPollutant, 'a code of the catalogue of pollutants').nullable().default(null),
    standard: words(200).nullable().default(null),
    result: z.enum(CALIBRATION_RESULTS).nullable().default(null),
    validUntil: day.nullable().default(null),
  })
  .refine(
    ({ kind, standard, result, validUntil }) =>
      [standard, result, validUntil].every((field) => (field !== null) === (kind === 'calibration')),
    'a calibration, and only that, has standard, result and validUntil',
  );
export type NewEntry = z.infer<typeof newEntry>;

export const logEntry = z.object({
  id: z.string(),
  kind: z.enum(LOG_KINDS),
  doneOn: z.string(),
  doneBy: z.string(),
  words: z.string(),
  pollutant: z.string().nullable(),
  standard: z.string().nullable(),
  result: z.enum(CALIBRATION_RESULTS).nullable(),
  validUntil: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  files: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string() })),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});
export const logList = z.object({ entries: z.array(logEntry) });

/** A calibration that has run out, or failed, and has not been followed by a good one. */
export const overdueCalibration = z.object({
  deviceId: z.number(),
  code: z.string(),
  name: z.object({ zh: z.string(), en: z.string().nullable() }).nullable(),
  kind: z.string(),
  streetCode: z.string().nullable(),
  simulated: z.boolean(),
  pollutant: z.string().nullable(),
  doneOn: z.string(),
  result: z.enum(CALIBRATION_RESULTS),
  validUntil: z.string(),
});
export const overdueList = z.object({ calibrations: z.array(overdueCalibration) });

export type DeviceLogEntry = z.infer<typeof logEntry>;
export type DeviceLogList = z.infer<typeof logList>;
export type OverdueCalibration = z.infer<typeof overdueCalibration>;
export type OverdueList = z.infer<typeof overdueList>;
