import { allDeviceRows, DEVICE_KINDS, type DeviceKind, isDeviceKind } from '#engines/devices';
import { streetShapes } from '#engines/district';
import type { CalendarDate } from '#platform/clock';
import type { Db } from '#platform/store';
import { completenessOf } from '../days/read.ts';

export type StreetNetwork = {
  streetCode: string;
  kind: DeviceKind;
  devices: number;
  /** values come as they should, or a little late */
  working: number;
  /** share of the expected hours that is valid; null: none is expected yet */
  dayShare: number | null;
  monthShare: number | null;
};

/** The network of each street by kind, of what stands: how many devices, how many work, how complete their hours are. */
export async function streetNetworks(db: Db, districtCode: string, day: CalendarDate): Promise<StreetNetwork[]> {
  const devices = (await allDeviceRows(db, {})).filter(
    ({ kind, health }) => health !== null && isDeviceKind(kind) && DEVICE_KINDS[kind].stands,
  );
  const shares = new Map((await completenessOf(db, day)).map((row) => [row.deviceId, row]));
  const streets = await streetShapes(db, districtCode);
  const kinds = [...new Set(devices.map(({ kind }) => kind))].sort() as DeviceKind[];
  return streets.flatMap(({ code }) =>
    kinds.flatMap((kind) => {
      const of = devices.filter((device) => device.streetCode === code && device.kind === kind);
      if (of.length === 0 && !DEVICE_KINDS[kind].network) return [];
      const mean = (which: 'dayShare' | 'monthShare') => {
        const known = of.flatMap(({ id }) => shares.get(id)?.[which] ?? []);
        return known.length ? known.reduce((sum, share) => sum + share, 0) / known.length : null;
      };
      const working = of.filter(({ health }) => health?.state === 'online' || health?.state === 'late').length;
      return [
        {
          streetCode: code,
          kind,
          devices: of.length,
          working,
          dayShare: mean('dayShare'),
          monthShare: mean('monthShare'),
        },
      ];
    }),
  );
}
