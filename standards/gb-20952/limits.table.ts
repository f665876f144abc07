import type { Cited } from '#standards/editions';

export type StationKind = 'new' | 'existing';
export type StationQuantity = 'airLiquidRatio' | 'treatmentOutlet' | 'leak' | 'boundaryNmhc';
export type StationLimitRow = Cited & {
  readonly quantity: StationQuantity;
  readonly zh: string;
  readonly unit: '1' | 'g/m³' | 'µmol/mol' | 'mg/m³';
  readonly atLeast: string | null;
  readonly atMost: string;
  readonly statistic: { readonly zh: string; readonly en: string };
  readonly stations: readonly StationKind[];
};

const BOTH = ['new', 'existing'] as const;
const COMMON = { checkedOn: '2026-11-25', confidence: 'H' } as const;
const VALUE = { zh: '单次检测值', en: 'single measurement' };
const NEW_STATIONS = { from: '2021-04-01' };
/** cl. 7.2: an existing station keeps the requirements of 2007 on storage and refuelling until the end of 2021 */
const EXISTING_STATIONS = { from: '2022-01-01' };

/** Limits of GB 20952; a station "existing" stood on 2021-04-01 (dates: cl. 7.2 and the ministry's answer of 2021-08-23). */
export const STATION_LIMITS = [
  {
    ...COMMON,
    quantity: 'airLiquidRatio',
    zh: '气液比',
    unit: '1',
    atLeast: '1.0',
    atMost: '1.2',
    statistic: VALUE,
    stations: BOTH,
    inForce: { from: '2007-08-01', until: '2021-03-31' },
    citation: 'GB 20952-2007（限值与 2020 年版一致：生态环境部部长信箱 2021-08-23 答复；生效日据一般知识）',
    confidence: 'M',
  },
  {
    ...COMMON,
    quantity: 'airLiquidRatio',
    zh: '气液比',
    unit: '1',
    atLeast: '1.0',
    atMost: '1.2',
    statistic: VALUE,
    stations: BOTH,
    inForce: NEW_STATIONS,
    citation: 'GB 20952-2020 5.3；2021 年内现有站执行的 2007 年版限值相同',
  },
  {
    ...COMMON,
    quantity: 'treatmentOutlet',
    zh: '油气处理装置排气浓度',
    unit: 'g/m³',
    atLeast: null,
    atMost: '25',
    statistic: { zh: '1 小时平均', en: 'hourly mean' },
    stations: ['new'],
    inForce: NEW_STATIONS,
    citation: 'GB 20952-2020 5.4、7.2',
  },
  {
    ...COMMON,
    quantity: 'treatmentOutlet',
    zh: '油气处理装置排气浓度',
    unit: 'g/m³',
    atLeast: null,
    atMost: '25',
    statistic: { zh: '1 小时平均', en: 'hourly mean' },
    stations: ['existing'],
    inForce: EXISTING_STATIONS,
    citation: 'GB 20952-2020 5.4、7.2',
  },
  {
    ...COMMON,
    quantity: 'leak',
    zh: '密闭点油气泄漏浓度',
    unit: 'µmol/mol',
    atLeast: null,
    atMost: '500',
    statistic: VALUE,
    stations: ['new'],
    inForce: NEW_STATIONS,
    citation: 'GB 20952-2020 5.5、7.2',
  },
  {
    ...COMMON,
    quantity: 'leak',
    zh: '密闭点油气泄漏浓度',
    unit: 'µmol/mol',
    atLeast: null,
    atMost: '500',
    statistic: VALUE,
    stations: ['existing'],
    inForce: EXISTING_STATIONS,
    citation: 'GB 20952-2020 5.5、7.2',
  },
  {
    ...COMMON,
    quantity: 'boundaryNmhc',
    zh: '企业边界非甲烷总烃',
    unit: 'mg/m³',
    atLeast: null,
    atMost: '4.0',
    statistic: { zh: '1 小时平均', en: 'hourly mean' },
    stations: ['new'],
    inForce: NEW_STATIONS,
    citation: 'GB 20952-2020 5.6、7.2',
  },
  {
    ...COMMON,
    quantity: 'boundaryNmhc',
    zh: '企业边界非甲烷总烃',
    unit: 'mg/m³',
    atLeast: null,
    atMost: '4.0',
    statistic: { zh: '1 小时平均', en: 'hourly mean' },
    stations: ['existing'],
    inForce: EXISTING_STATIONS,
    citation: 'GB 20952-2020 5.6、7.2',
  },
] as const satisfies readonly StationLimitRow[];

export type NozzleSampleRow = Cited & {
  readonly nozzles: { readonly from: number; readonly to: number | null };
  /** null = all of them */
  readonly checked: number | null;
  /** at least so many nozzles out of limits make the station fail */
  readonly failing: number;
};
const TABLE_4 = { ...COMMON, inForce: NEW_STATIONS, citation: 'GB 20952-2020 表4' } as const;
/** Unit: nozzles. */
export const NOZZLE_SAMPLES = [
  { ...TABLE_4, nozzles: { from: 1, to: 6 }, checked: null, failing: 1 },
  { ...TABLE_4, nozzles: { from: 7, to: 10 }, checked: 6, failing: 1 },
  { ...TABLE_4, nozzles: { from: 11, to: 15 }, checked: 8, failing: 2 },
  { ...TABLE_4, nozzles: { from: 16, to: 20 }, checked: 10, failing: 2 },
  { ...TABLE_4, nozzles: { from: 21, to: null }, checked: 12, failing: 3 },
] as const satisfies readonly NozzleSampleRow[];

export type ComparisonQuantity = 'airLiquidRatio' | 'volume' | 'displayDelay' | 'pressure';
export type ComparisonRow = Cited & {
  readonly quantity: ComparisonQuantity;
  /** inclusive; `relative`: percent of the manual value */
  readonly tolerance: string;
  readonly kind: 'absolute' | 'relative';
  readonly unit: '1' | '%' | 's' | 'Pa';
};
const ANNEX_F = { ...COMMON, inForce: NEW_STATIONS, citation: 'GB 20952-2020 附录F' } as const;
/** On-line value against the manual one; pressures are means of 5 minutes. */
export const COMPARISON_ROWS = [
  { ...ANNEX_F, quantity: 'airLiquidRatio', tolerance: '0.15', kind: 'absolute', unit: '1' },
  { ...ANNEX_F, quantity: 'volume', tolerance: '1', kind: 'relative', unit: '%' },
  { ...ANNEX_F, quantity: 'displayDelay', tolerance: '60', kind: 'absolute', unit: 's' },
  { ...ANNEX_F, quantity: 'pressure', tolerance: '50', kind: 'absolute', unit: 'Pa' },
] as const satisfies readonly ComparisonRow[];

/** What a station has to do about its system, not judged by a figure. */
export const STATION_DUTIES = {
  calibrationMonths: 12,
  uploadAtLeastHourly: 1,
  storageYears: 1,
  videoMonths: 3,
  citation: 'GB 20952-2020 6.6、E.3.5、4.5.3；重点排污单位自 2022-01-01 起在线监测',
  inForce: NEW_STATIONS,
  checkedOn: '2026-11-25',
} as const;
