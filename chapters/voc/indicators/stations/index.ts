import type { IndicatorDefinition } from '#engines/indicators';
import { blackStationsClosed } from './black-stations-closed.ts';
import { fuelChecks } from './fuel-checks.ts';
import { fuelSampled } from './fuel-sampled.ts';
import { nightDiscounts } from './night-discounts.ts';
import { stationsOnline } from './stations-online.ts';
import { unloadingOffPeak } from './unloading-off-peak.ts';
import { vapourAlarmsHandled } from './vapour-alarms-handled.ts';

/** Filling stations and fuel. */
export const stationIndicators: readonly IndicatorDefinition[] = [
  blackStationsClosed,
  fuelChecks,
  fuelSampled,
  nightDiscounts,
  stationsOnline,
  unloadingOffPeak,
  vapourAlarmsHandled,
];
