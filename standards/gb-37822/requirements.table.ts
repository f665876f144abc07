import type { Confidence, InForce } from '#standards/editions';

export type FacilityKind = 'new' | 'existing';
/** cl. 4: a new enterprise keeps the standard from 2019-07-01, one that stood then from 2020-07-01 */
export const APPLIES: Readonly<Record<FacilityKind, InForce>> = {
  new: { from: '2019-07-01' },
  existing: { from: '2020-07-01' },
};

export type RequirementRow = {
  readonly value: string;
  readonly unit: 'kg/h' | '%' | 'm/s' | '1' | 'month' | 'd' | 'µmol/mol';
  readonly zh: string;
  readonly citation: string;
  readonly source: string;
  readonly checkedOn: string;
  /** L: no public text found; a setting of the district, this value its default */
  readonly confidence: Confidence;
};
const M = { checkedOn: '2026-11-25', confidence: 'M' } as const;
const L = { checkedOn: '2026-11-25', confidence: 'L', source: '一般知识，未见原文，请核对' } as const;
const LEAK = '表1 设备与管线组件密封点泄漏认定浓度';

/** Requirements of GB 37822-2019, one figure a row. Dates of force: `APPLIES`. */
export const REQUIREMENTS = {
  treatmentFrom: {
    ...M,
    value: '3',
    unit: 'kg/h',
    zh: 'NMHC 初始排放速率达到此值应配置处理设施',
    citation: 'GB 37822-2019 10.3.2',
    source: 'hn1d.com/news/1958；gzcbt.com 问答 2022-08-31',
  },
  treatmentFromKeyRegion: {
    ...M,
    value: '2',
    unit: 'kg/h',
    zh: '重点地区 NMHC 初始排放速率达到此值应配置处理设施',
    citation: 'GB 37822-2019 10.3.2',
    source: 'hn1d.com/news/1958；gzcbt.com 问答 2022-08-31',
  },
  leastRemoval: {
    ...M,
    value: '80',
    unit: '%',
    zh: '处理效率不应低于',
    citation: 'GB 37822-2019 10.3.2',
    source: 'hn1d.com/news/1958；gzcbt.com 问答 2022-08-31',
  },
  hoodSpeed: { ...L, value: '0.3', unit: 'm/s', zh: '外部排风罩控制风速不应低于', citation: 'GB 37822-2019 10.2.2' },
  ductLeak: {
    ...M,
    value: '500',
    unit: 'µmol/mol',
    zh: '正压输送管道密封点泄漏检测值不应超过',
    citation: 'GB 37822-2019 10.2.3',
    source: '51haodu.com LDAR 要点（一处）',
  },
  ldarPoints: {
    ...M,
    value: '2000',
    unit: '1',
    zh: '密封点达到此数应开展泄漏检测与修复',
    citation: 'GB 37822-2019 8.1',
    source: '51haodu.com LDAR 要点（一处），与一般知识一致',
  },
  movingMonths: {
    ...L,
    value: '6',
    unit: 'month',
    zh: '泵、压缩机、搅拌器、阀门等检测间隔',
    citation: 'GB 37822-2019 8.3',
  },
  fixedMonths: { ...L, value: '12', unit: 'month', zh: '法兰及其他连接件等检测间隔', citation: 'GB 37822-2019 8.3' },
  firstRepairDays: { ...L, value: '5', unit: 'd', zh: '发现泄漏后首次修复期限', citation: 'GB 37822-2019 8.4' },
  repairDays: { ...L, value: '15', unit: 'd', zh: '发现泄漏后完成修复期限', citation: 'GB 37822-2019 8.4' },
  leakVolatile: { ...L, value: '5000', unit: 'µmol/mol', zh: '气态物料、挥发性有机液体', citation: LEAK },
  leakVolatileKeyRegion: {
    ...L,
    value: '2000',
    unit: 'µmol/mol',
    zh: '气态物料、挥发性有机液体（重点地区）',
    citation: LEAK,
  },
  leakOther: { ...L, value: '2000', unit: 'µmol/mol', zh: '其他液态物料', citation: LEAK },
  leakOtherKeyRegion: { ...L, value: '500', unit: 'µmol/mol', zh: '其他液态物料（重点地区）', citation: LEAK },
} as const satisfies Record<string, RequirementRow>;

export type RequirementName = keyof typeof REQUIREMENTS;

/** Parts of a plant whose tightness is checked; moving ones are checked more often. */
export const SEAL_PARTS = {
  pump: { zh: '泵', every: 'movingMonths' },
  compressor: { zh: '压缩机', every: 'movingMonths' },
  agitator: { zh: '搅拌器（机）', every: 'movingMonths' },
  valve: { zh: '阀门', every: 'movingMonths' },
  openEnded: { zh: '开口阀或开口管线', every: 'movingMonths' },
  relief: { zh: '泄压设备', every: 'movingMonths' },
  sampling: { zh: '取样连接系统', every: 'movingMonths' },
  flange: { zh: '法兰及其他连接件', every: 'fixedMonths' },
  other: { zh: '其他密封设备', every: 'fixedMonths' },
} as const satisfies Record<string, { zh: string; every: RequirementName }>;
export type SealPart = keyof typeof SEAL_PARTS;

/** How rates are made where no text says; defaults of settings. */
export type RateSettings = {
  /** least share of hours with both sides measured that a removal over a period needs, % */
  readonly leastPairedPercent: number;
};
export const RATE_SETTINGS: RateSettings = { leastPairedPercent: 75 };
export const RATE_DECIMALS = 1;
