import { z } from 'zod';

/** what a letter assigns to an indicator of a measure, or how it is planned month by month */
export const measureTarget = z.object({
  id: z.number(),
  indicatorId: z.string(),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  /** quantities of January to December */
  months: z.array(z.string()).nullable(),
  letter: z.string().nullable(),
  inForceOn: z.string(),
  file: z.object({ id: z.string(), name: z.string() }).nullable(),
  note: z.string().nullable(),
  setBy: z.string(),
  setAt: z.string(),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});
/** GET /api/plans/:year/measures/:id/targets */
export const measureTargetList = z.object({ targets: z.array(measureTarget) });
export type MeasureTarget = z.infer<typeof measureTarget>;
export type MeasureTargetList = z.infer<typeof measureTargetList>;
