import type { SixPollutant } from '#standards/pollutants';

export type AqiClass = {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly zh: string;
  readonly en: string;
  readonly colorZh: string;
  readonly colorEn: string;
  /** '#RRGGBB' of the standard's table of colours */
  readonly rgb: string;
  /** first and last AQI of the class; the last class is open */
  readonly from: number;
  readonly to: number | null;
};

/** HJ 633-2012 table 2; HJ 633-2026 tables 1 and A.1: the same classes and colours. */
export const AQI_CLASSES: readonly AqiClass[] = [
  { level: 1, zh: '优', en: 'Excellent', colorZh: '绿色', colorEn: 'green', rgb: '#00E400', from: 0, to: 50 },
  { level: 2, zh: '良', en: 'Good', colorZh: '黄色', colorEn: 'yellow', rgb: '#FFFF00', from: 51, to: 100 },
  {
    level: 3,
    zh: '轻度污染',
    en: 'Lightly polluted',
    colorZh: '橙色',
    colorEn: 'orange',
    rgb: '#FF7E00',
    from: 101,
    to: 150,
  },
  {
    level: 4,
    zh: '中度污染',
    en: 'Moderately polluted',
    colorZh: '红色',
    colorEn: 'red',
    rgb: '#FF0000',
    from: 151,
    to: 200,
  },
  {
    level: 5,
    zh: '重度污染',
    en: 'Heavily polluted',
    colorZh: '紫色',
    colorEn: 'purple',
    rgb: '#99004C',
    from: 201,
    to: 300,
  },
  {
    level: 6,
    zh: '严重污染',
    en: 'Severely polluted',
    colorZh: '褐红色',
    colorEn: 'maroon',
    rgb: '#7E0023',
    from: 301,
    to: null,
  },
];

export type SensitiveGroup = { readonly zh: string; readonly en: string };

const ASTHMA = { zh: '哮喘患者', en: 'people with asthma' };
const LUNGS = { zh: '呼吸系统疾病患者', en: 'people with respiratory disease' };
const HEART = { zh: '心血管疾病患者', en: 'people with cardiovascular disease' };
const YOUNG = { zh: '儿童青少年', en: 'children and youth' };
const OLD = { zh: '老年人', en: 'older people' };
const OUTDOORS = { zh: '经常户外活动者', en: 'people often active outdoors' };

/** HJ 633-2026 table 2: who should take care when the index of a pollutant is above 100. */
export const SENSITIVE_GROUPS: Record<SixPollutant, readonly SensitiveGroup[]> = {
  SO2: [ASTHMA, YOUNG, OLD],
  NO2: [LUNGS, YOUNG, OLD],
  CO: [HEART],
  O3: [LUNGS, YOUNG, OUTDOORS, OLD],
  PM10: [HEART, LUNGS, YOUNG, OUTDOORS, OLD],
  PM25: [HEART, LUNGS, YOUNG, OUTDOORS, OLD],
};
