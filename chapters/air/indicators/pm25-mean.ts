import type { IndicatorDefinition } from '#engines/indicators';
import { evidenceAt, fromYearSoFar } from './from-year.ts';

/** PM2.5 mean, the year so far: the first half of the plan's 空气质量目标. */
export const pm25Mean: IndicatorDefinition = {
  id: 'air.pm25-mean',
  title: { zh: 'PM2.5平均浓度', en: 'PM2.5 mean' },
  unit: 'µg/m³',
  spokenUnit: { zh: '微克/立方米', en: 'µg/m³' },
  kind: 'mean',
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'station'],
  method: {
    zh: '当年1月1日起各有效日均值的算术平均，按HJ 663的有效位数修约；与上年同期按同一版本的标准比较。',
    en: 'Arithmetic mean of the valid day means from 1 January, rounded to the decimals of HJ 663; compared with the same days of the year before by one edition.',
  },
  sources: ['HJ 663', 'GB 3095', 'GB/T 8170'],
  words: ['细颗粒物', 'PM2.5', 'PM₂.₅'],
  counts: { zh: '天', en: 'days' },
  evidenceHref: evidenceAt('PM25_mean'),
  compute: fromYearSoFar({
    value: (row) => row.statistics.PM25_mean ?? null,
    sumOf: 'PM25',
    evidence: (row) => row.validDays.PM25?.days ?? 0,
  }),
};
