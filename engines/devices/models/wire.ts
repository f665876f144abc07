import { z } from 'zod';
import { kindField } from '../inventory/fields.ts';
import { factorRow, modelSettings, PROTOCOLS } from '../model.ts';
import { spoken } from '../wire.ts';

export const modelView = z.object({
  id: z.string(),
  title: spoken,
  maker: z.string().nullable(),
  kind: z.string(),
  protocol: z.enum(PROTOCOLS),
  settings: modelSettings,
  origin: z.enum(['district', 'person']),
  devices: z.number(),
  updatedAt: z.string(),
  updatedBy: z.string().nullable(),
});
export const modelList = z.object({ models: z.array(modelView) });

const title = z.strictObject({ zh: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) });
export const modelFields = z.strictObject({
  title,
  maker: z.string().trim().min(1).max(100).nullable(),
  kind: kindField,
  protocol: z.enum(PROTOCOLS),
  settings: modelSettings,
});
export const newModel = modelFields.extend({
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in kebab case'),
});
export const newFactor = factorRow;
/** the model as it is now, and how many devices mean something else by it */
export const modelChanged = z.object({ model: modelView, devices: z.number() });

export type ModelView = z.infer<typeof modelView>;
export type ModelList = z.infer<typeof modelList>;
