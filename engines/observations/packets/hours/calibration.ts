import type pg from 'pg';
import type { MeasuringDevice } from '#engines/devices';
import type { Period } from './period.ts';

/**
 * Puts the means of an hour right by the calibrations that hold then.
 * @param hour ms since 1970
 * @returns the hour, and which calibrations were used (`PM25@v2`), '' when none holds
 */
export type Calibrate = (
  device: MeasuringDevice,
  hour: number,
  period: Period,
) => { readonly period: Period; readonly used: string };

/** Where hours get their calibrations from. */
export type CalibrationsOf = (
  client: pg.ClientBase,
  deviceIds: readonly number[],
  from: Date,
  until: Date,
) => Promise<Calibrate>;

export const NO_CALIBRATIONS: CalibrationsOf = async () => (_device, _hour, period) => ({ period, used: '' });
