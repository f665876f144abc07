import type { SixPollutant } from '#standards/pollutants';

export type StatisticRow = {
  /** as the evaluation keys it */
  readonly key: string;
  readonly pollutant: SixPollutant;
  /** in running text */
  readonly name: string;
  /** in tables and labels */
  readonly short: string;
  readonly what: string;
  readonly unit: string;
};

const UG = '微克/立方米';

/**
 * What a month and a year so far are judged by, in the order of the district's own notes with PM2.5 first. CO and O3 are
 * percentiles in both periods (HJ 663), and the bulletin says so, because the notes of other places do not.
 */
export const STATISTICS: readonly StatisticRow[] = [
  { key: 'PM25_mean', pollutant: 'PM25', name: '细颗粒物（PM2.5）', short: 'PM2.5', what: '平均浓度', unit: UG },
  { key: 'PM10_mean', pollutant: 'PM10', name: '可吸入颗粒物（PM10）', short: 'PM10', what: '平均浓度', unit: UG },
  { key: 'NO2_mean', pollutant: 'NO2', name: '二氧化氮（NO2）', short: 'NO2', what: '平均浓度', unit: UG },
  { key: 'SO2_mean', pollutant: 'SO2', name: '二氧化硫（SO2）', short: 'SO2', what: '平均浓度', unit: UG },
  {
    key: 'CO_p95',
    pollutant: 'CO',
    name: '一氧化碳（CO）',
    short: 'CO',
    what: '日均值第95百分位浓度',
    unit: '毫克/立方米',
  },
  {
    key: 'O3_p90',
    pollutant: 'O3',
    name: '臭氧（O3）',
    short: 'O3',
    what: '日最大8小时平均值第90百分位浓度',
    unit: UG,
  },
];

/** The documents as Chinese text names them; the evaluation carries their numbers. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  'GB 3095-2012': '《环境空气质量标准》（GB 3095-2012）及其2018年修改单',
  'GB 3095-2026': '《环境空气质量标准》（GB 3095-2026）',
  'HJ 633-2012': '《环境空气质量指数（AQI）技术规定（试行）》（HJ 633-2012）',
  'HJ 633-2026': '《环境空气质量指数（AQI）技术规定》（HJ 633-2026）',
  'HJ 663-2013': '《环境空气质量评价技术规范（试行）》（HJ 663-2013）',
  'HJ 663-2026': '《环境空气质量评价技术规范》（HJ 663-2026）',
};
export const ROUNDING_DOCUMENT = '《数值修约规则与极限数值的表示和判定》（GB/T 8170-2008）';

/** Units of indicators as running text writes them. */
export const UNITS_IN_TEXT: Readonly<Record<string, string>> = {
  'µg/m³': UG,
  'μg/m³': UG,
  'mg/m³': '毫克/立方米',
  d: '天',
  days: '天',
};
