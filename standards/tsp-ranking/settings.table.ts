import type { BothLanguages, Cited } from '#standards/editions';

/** The notices: 30 worst of the city, three best and three worst of a district; µg/m³, integers. */
export const TSP_RANKING = {
  listed: 30,
  perDistrict: 3,
  decimals: 0,
  firstHalfEnds: 15,
  inForce: { from: '2021-01-01' },
  citation:
    '北京市生态环境局通报街道（乡镇）大气粗颗粒物浓度排名; issues of 2021-10 to 2024-10 read; first issue not known',
  checkedOn: '2026-11-25',
  confidence: 'H',
} as const satisfies Cited & Record<string, unknown>;

/** How 退出全市后30名 of a year is read. */
export type TargetReading = 'every-period' | 'last-period' | 'mean-of-periods';

export const TARGET_READINGS: Readonly<Record<TargetReading, BothLanguages>> = {
  'every-period': { zh: '全年各期均未列入后30名', en: 'in no half-month of the year among the 30 worst' },
  'last-period': { zh: '年内最后一期未列入后30名', en: 'not among the 30 worst in the last half-month' },
  'mean-of-periods': { zh: '全年各期平均位次退出后30名', en: 'the mean place of the half-months is past the 30th' },
};

export type TspRankingSettings = { readonly reading: TargetReading };

/** Which reading the plan means is not stated (confidence L); the strictest is the default. */
export const TSP_RANKING_DEFAULTS: TspRankingSettings = { reading: 'every-period' };

export const PROVISIONAL: BothLanguages = {
  zh: '自算名次，仅供内部参考，以市生态环境局通报为准',
  en: 'place worked out from own figures, for internal use; the municipal notice rules',
};
