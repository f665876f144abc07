import type { Matter } from './background.table.ts';

/** From one hour of the day to another, on weekdays, on weekends, or on all days. */
export type Working = { readonly from: number; readonly until: number; readonly on: 'all' | 'weekdays' | 'weekends' };

export type SourceKindRow = {
  readonly zh: string;
  readonly en: string;
  readonly heightMetres: number;
  readonly working: readonly Working[];
  /** what goes on outside working hours, as a share of the work */
  readonly idle: number;
  /** share of days on which it works at all */
  readonly days: number;
  /** share of days on which something goes wrong for some hours, and how much more it then gives */
  readonly mishaps: { readonly days: number; readonly times: number };
  /** g/s while it works; CO too */
  readonly gramsPerSecond: Partial<Record<Matter, number>>;
};

/**
 * The kinds of local source. Strengths are chosen so that a plume adds tens of µg/m³ at 200 m, which networks of stations
 * are made to find; they are no inventory. Working hours are what registers of such places usually say.
 */
export const SOURCE_KINDS = {
  site: {
    zh: '工地',
    en: 'construction site',
    heightMetres: 3,
    working: [{ from: 7, until: 19, on: 'all' }],
    idle: 0.04,
    days: 0.8,
    mishaps: { days: 0.06, times: 4 },
    gramsPerSecond: { fine: 0.04, coarse: 0.16, dust: 0.45 },
  },
  restaurant: {
    zh: '餐饮',
    en: 'restaurant',
    heightMetres: 6,
    working: [
      { from: 10.5, until: 13.5, on: 'all' },
      { from: 17, until: 21.5, on: 'all' },
    ],
    idle: 0.02,
    days: 0.97,
    mishaps: { days: 0.04, times: 5 },
    gramsPerSecond: { fine: 0.07, coarse: 0.01, NMHC: 0.05, BENZENE: 0.0003 },
  },
  'gas-station': {
    zh: '加油站',
    en: 'gas station',
    heightMetres: 3,
    working: [{ from: 6, until: 23, on: 'all' }],
    idle: 0.15,
    days: 1,
    mishaps: { days: 0.05, times: 6 },
    gramsPerSecond: { NMHC: 0.25, BENZENE: 0.002, TOLUENE: 0.004, XYLENES: 0.002 },
  },
  road: {
    zh: '道路',
    en: 'road',
    heightMetres: 1,
    working: [
      { from: 6.5, until: 10, on: 'weekdays' },
      { from: 16.5, until: 20.5, on: 'weekdays' },
      { from: 9, until: 20, on: 'weekends' },
    ],
    idle: 0.4,
    days: 1,
    mishaps: { days: 0.01, times: 2 },
    gramsPerSecond: { fine: 0.01, coarse: 0.05, dust: 0.1, NO: 0.14, NO2: 0.05, CO: 0.6, NMHC: 0.06, BENZENE: 0.001 },
  },
  boiler: {
    zh: '锅炉房',
    en: 'boiler house',
    heightMetres: 45,
    working: [{ from: 0, until: 24, on: 'all' }],
    idle: 0.3,
    days: 1,
    mishaps: { days: 0.02, times: 3 },
    gramsPerSecond: { fine: 0.02, SO2: 0.03, NO: 0.5, NO2: 0.06, CO: 0.2 },
  },
  workshop: {
    zh: '汽修喷涂',
    en: 'repair and paint shop',
    heightMetres: 8,
    working: [{ from: 9, until: 18, on: 'weekdays' }],
    idle: 0.01,
    days: 0.9,
    mishaps: { days: 0.08, times: 4 },
    gramsPerSecond: { NMHC: 0.15, TOLUENE: 0.02, XYLENES: 0.025 },
  },
} as const satisfies Record<string, SourceKindRow>;

export type SourceKind = keyof typeof SOURCE_KINDS;
export const isSourceKind = (kind: string): kind is SourceKind => Object.hasOwn(SOURCE_KINDS, kind);
