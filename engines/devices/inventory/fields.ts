import { z } from 'zod';
import { DEVICE_KINDS, type DeviceKind } from '../kinds.table.ts';
import { modelSettings, PROTOCOLS } from '../model.ts';

export const kindField = z.enum(Object.keys(DEVICE_KINDS) as [DeviceKind, ...DeviceKind[]]);
const text = (most: number) => z.string().trim().min(1).max(most);

/** What a person may say of a device. A street that is left out, or null, is found from the place. */
export const deviceFields = z.strictObject({
  name: text(100).nullable(),
  nameEn: text(100).nullable(),
  kind: kindField,
  modelId: text(64).nullable(),
  lon: z.number().min(73).max(136).nullable(),
  lat: z.number().min(3).max(54).nullable(),
  streetCode: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
  site: text(200).nullable(),
  unitId: text(100).nullable(),
  owner: text(200).nullable(),
  purpose: z.array(text(20)).max(60),
  settings: modelSettings.omit({ factors: true }).partial(),
  simulated: z.boolean(),
});
export type DeviceFields = z.infer<typeof deviceFields>;

export const identityField = z.strictObject({ protocol: z.enum(PROTOCOLS), identity: text(64) });
export type IdentityField = z.infer<typeof identityField>;

export const newDevice = deviceFields.partial().extend({
  code: text(64),
  kind: kindField,
  identities: z.array(identityField).max(20).default([]),
});
export type NewDevice = z.infer<typeof newDevice>;
