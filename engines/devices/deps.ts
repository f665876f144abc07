import type { Acting } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/store';

/** The newest values of a device: place i is channel i + 1. */
export type LatestValues = { at: Date; values: readonly (number | null)[]; flags: string };

/**
 * What the register asks of rooms that lean on it: it stands below them, so they are handed in.
 */
export type DeviceOthers = {
  /** numbers of the measures of the plan in force; null when none has been adopted */
  measures(): Promise<ReadonlySet<string> | null>;
  /** newest values of devices, of the shortest span that they send */
  latest(db: Db, deviceIds: readonly number[]): Promise<ReadonlyMap<number, LatestValues>>;
  /** makes packets of the frames that were kept of a device while it was in probation */
  replayKept(deviceId: number): Promise<{ stored: number; kept: number }>;
  /** hands the kept frames of one device to another, in the caller's transaction */
  moveFrames(db: Db, from: number, to: number): Promise<void>;
  /** what devices' stored values mean has changed: whatever was computed from them is due again */
  meaningChanged(db: Db, deviceIds: readonly number[]): Promise<void>;
};

export type DeviceDeps = { db: Db; districtCode: string; clock: Clock; others: DeviceOthers };
export type By = Acting;
