import { z } from 'zod';

export const measureReport = z.object({
  id: z.string(),
  year: z.number(),
  measureId: z.string(),
  /** null when the air office speaks */
  unitId: z.string().nullable(),
  unit: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** the day as of which it is said */
  asOf: z.string(),
  words: z.string(),
  files: z.array(z.object({ id: z.string(), name: z.string(), byteSize: z.number() })),
  reportedAt: z.string(),
  reportedBy: z.string(),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  /** whether whoever asks may withdraw it */
  mayWithdraw: z.boolean(),
});

/** The units for which whoever asks may report on a measure; `office` when it may for the air office. */
export const reportingAs = z.object({
  units: z.array(z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })),
  office: z.boolean(),
});

export const measureReports = z.object({ reports: z.array(measureReport), as: reportingAs });

/** The latest reports of a plan's year over all measures. */
export const latestReports = z.object({ reports: z.array(measureReport), total: z.number() });

export type MeasureReport = z.infer<typeof measureReport>;
export type MeasureReports = z.infer<typeof measureReports>;
export type LatestReports = z.infer<typeof latestReports>;
