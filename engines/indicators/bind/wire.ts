import { z } from 'zod';
import { operator } from '#engines/plan';

const sentence = z.object({ zh: z.string(), en: z.string() });
const figure = z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/);

/** one indicator of a measure: what is asked where the measure's words do not say, and how it has to get there */
export const boundIndicator = z.object({
  indicatorId: z.string().max(80),
  target: z
    .object({ operator, value: figure.nullable(), unit: z.string().max(40).nullable() })
    .nullable()
    .default(null),
  pace: z
    .object({ kind: z.enum(['line', 'level']), months: z.array(figure).length(12).nullable() })
    .nullable()
    .default(null),
});

/** PUT /api/plans/:year/measures/:id/bindings; `indicators` null: back to the plan's folder or last year's plan */
export const bindingGiven = z.object({
  indicators: z.array(boundIndicator).max(12).nullable(),
  reason: z.string().trim().min(1).max(500),
});

/** GET /api/plans/:year/measures/:id/bindings */
export const measureBindings = z.object({
  indicators: z.array(boundIndicator),
  /** whether a person decided them; else they are of the plan's folder or carried on from last year's plan */
  chosen: z.boolean(),
  /** every decision, newest first */
  decisions: z.array(
    z.object({
      id: z.number(),
      indicators: z.array(z.string()).nullable(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  /** indicators that the measure's words speak for */
  offers: z.array(z.object({ indicatorId: z.string(), words: z.array(z.string()) })),
  /** every indicator there is */
  all: z.array(z.object({ id: z.string(), title: sentence, unit: z.string(), kind: z.string() })),
});
export type MeasureBindings = z.infer<typeof measureBindings>;
export type BindingGiven = z.infer<typeof bindingGiven>;
