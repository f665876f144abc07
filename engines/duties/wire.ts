import { z } from 'zod';
import { sentence } from '#platform/http';

/** GET /api/plans/:year/measures/:id/parts: what of a measure has owners of its own; one line when it is not cut */
export const measureParts = z.object({
  parts: z.array(
    z.object({
      part: z.string(),
      words: z.string(),
      indicators: z.array(z.string()),
      units: z.array(z.object({ id: z.string(), name: sentence, street: z.string().nullable() })),
    }),
  ),
});
export type MeasureParts = z.infer<typeof measureParts>;
