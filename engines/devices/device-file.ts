import { z } from 'zod';
import { readDistrictFile, wrongInFile } from './district-file.ts';
import { DEVICE_KINDS, type DeviceKind } from './kinds.table.ts';
import { modelSettings, PROTOCOLS } from './model.ts';

/** Devices that a district has, and devices that it only has in a demonstration. Either may be missing. */
export const DEVICE_FILES = ['devices.yaml', 'simulated.yaml'] as const;
export type DeviceFile = (typeof DEVICE_FILES)[number];

/** one that travels has no place */
const place = {
  lon: z.number().min(73).max(136).nullish(),
  lat: z.number().min(3).max(54).nullish(),
};
const name = z.union([
  z
    .string()
    .min(1)
    .transform((zh) => ({ zh, en: null as string | null })),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
]);

/** One device as a district's file states it. */
export const deviceEntry = z
  .strictObject({
    /** unique; printed where the device has no name */
    code: z.string().min(1).max(64),
    kind: z.enum(Object.keys(DEVICE_KINDS) as [DeviceKind, ...DeviceKind[]]),
    name,
    /** an id of device-models.yaml; a model that is not there yet can be chosen later */
    model: z.string().min(1).nullish(),
    /** code of the street; found from the place where it is left out */
    street: z
      .string()
      .regex(/^\d{9}$/, 'a street code of 9 digits, in quotes')
      .nullish(),
    ...place,
    site: z.string().min(1).nullish(),
    /** whose it is: an id of units.yaml, or a name */
    owner: z.string().min(1).nullish(),
    /** numbers of measures of the plan that it serves */
    purpose: z.array(z.string().min(1)).default([]),
    identities: z
      .array(z.strictObject({ protocol: z.enum(PROTOCOLS), identity: z.string().min(1).max(64) }))
      .default([]),
    /** what differs from its model */
    settings: modelSettings.partial().optional(),
    simulated: z.boolean().default(false),
  })
  .refine((device) => (device.lon == null) === (device.lat == null), 'lon and lat stand together or not at all');
export type DeviceEntry = z.infer<typeof deviceEntry> & { file: DeviceFile };

const file = z.strictObject({ devices: z.array(deviceEntry) });

/**
 * The devices of a district's `devices.yaml` and `simulated.yaml`; all of the second are simulated.
 * @throws Refusal district_invalid: file, place and what is expected there
 */
export async function readDeviceFiles(districtPath: string): Promise<DeviceEntry[]> {
  const all: DeviceEntry[] = [];
  const codes = new Set<string>();
  const identities = new Map<string, string>();
  for (const of of DEVICE_FILES) {
    const read = await readDistrictFile(districtPath, of, file);
    for (const [i, device] of (read?.devices ?? []).entries()) {
      const at = `devices.${i} (${device.code})`;
      if (codes.has(device.code)) throw wrongInFile(of, at, `the code ${device.code} stands twice`);
      codes.add(device.code);
      for (const { protocol, identity } of device.identities) {
        const key = `${protocol} ${identity}`;
        const other = identities.get(key);
        if (other) throw wrongInFile(of, `${at}.identities`, `${key} is ${other} already`);
        identities.set(key, device.code);
      }
      all.push({ ...device, simulated: device.simulated || of === 'simulated.yaml', file: of });
    }
  }
  return all;
}
