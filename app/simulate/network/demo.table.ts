import type { DeviceKind } from '../devices/kinds.table.ts';
import type { Counts } from '../devices/layout.ts';

/** The network that a demonstration shows, and the seed that lays it out. */
export const DEMO_SEED = 2021;
export const DEMO_COUNTS: Counts = {
  'micro-station': 110,
  'voc-station': 8,
  'gas-station': 12,
  site: 20,
  'road-run': 4,
  'heavy-vehicle': 24,
  'muck-truck': 24,
  'electric-vehicle': 12,
  'mqtt-station': 6,
  'http-station': 2,
  'sensorthings-station': 2,
};

/** Which measures of the plan of 2021 a kind of device serves. */
export const PURPOSES: Readonly<Record<DeviceKind, readonly string[]>> = {
  'micro-station': ['27.1'],
  'voc-station': ['2.1'],
  'gas-station': ['7.1'],
  site: ['26.1'],
  'road-run': ['27.3'],
  'heavy-vehicle': ['14.1'],
  'muck-truck': ['26.2'],
  'electric-vehicle': ['11.5'],
  'mqtt-station': ['27.1'],
  'http-station': ['27.1'],
  'sensorthings-station': ['27.1'],
};
