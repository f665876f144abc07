import type { DeviceKind } from './kinds.table.ts';
import type { ModelId } from './models.table.ts';

/** A device of the layout: what its plate says. */
export type SimulatedDevice = {
  /** what it calls itself: MN, vehicle number, phone number, client id */
  readonly code: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly model: ModelId;
  /** of what stands; null of what drives */
  readonly street: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  /** the source that it stands at */
  readonly source?: string;
};
