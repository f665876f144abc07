import { z } from 'zod';

/** A figure of the living table as it was at a month's end, kept with the report. */
export const reportFigure = z.object({
  indicatorId: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  scope: z.object({ kind: z.string(), code: z.string() }),
  value: z.string().nullable(),
  unit: z.object({ zh: z.string(), en: z.string() }),
  target: z.object({ zh: z.string(), en: z.string() }).nullable(),
  judgement: z.string(),
  edition: z.string(),
  asOf: z.string(),
  evidence: z.number(),
});
export const reportState = z.enum(['draft', 'submitted', 'reviewed', 'accepted', 'returned']);

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
  /** by somebody who is not of the unit */
  onBehalf: z.boolean(),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  /** of a month's report: its month, the part of the measure, figures, where it stands and who took it there */
  month: z.string().nullable(),
  part: z.string(),
  figures: z.array(reportFigure),
  state: reportState,
  steps: z.array(
    z.object({
      state: reportState,
      day: z.string(),
      at: z.string(),
      by: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  replaces: z.string().nullable(),
  replaced: z.boolean(),
  /** what whoever asks may do with it now */
  acts: z.array(z.enum(['submit', 'again', 'review', 'accept', 'return'])),
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

export type ReportFigure = z.infer<typeof reportFigure>;
export type ReportState = z.infer<typeof reportState>;
export type MeasureReport = z.infer<typeof measureReport>;
export type MeasureReports = z.infer<typeof measureReports>;
export type LatestReports = z.infer<typeof latestReports>;
