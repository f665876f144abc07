import type { Duty } from '../world/index.ts';
import type { DeviceKind } from './kinds.table.ts';

/** When what drives is on the road, Beijing time, and its mean speed with all stops. */
export const DUTIES: Partial<Record<DeviceKind, Duty>> & { readonly other: Duty } = {
  // muck is carried at night
  'muck-truck': { fromHour: 0, untilHour: 24, kmh: 14 },
  'road-run': { fromHour: 6, untilHour: 22, kmh: 16 },
  other: { fromHour: 5, untilHour: 23, kmh: 18 },
};
