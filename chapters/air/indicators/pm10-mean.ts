import type { IndicatorDefinition } from '#engines/indicators';
import { evidenceAt, fromYearSoFar } from './from-year.ts';

/** PM10 mean, the year so far. */
export const pm10Mean: IndicatorDefinition = {
  id: 'air.pm10-mean',
  title: { zh: 'PM10平均浓度', en: 'PM10 mean' },
  unit: 'µg/m³',
  spokenUnit: { zh: '微克/立方米', en: 'µg/m³' },
  kind: 'mean',
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'station'],
  method: {
    zh: '当年1月1日起各有效日均值的算术平均，按HJ 663的有效位数修约。',
    en: 'Arithmetic mean of the valid day means from 1 January, rounded to the decimals of HJ 663.',
  },
  sources: ['HJ 663', 'GB 3095', 'GB/T 8170'],
  words: ['可吸入颗粒物', 'PM10'],
  counts: { zh: '天', en: 'days' },
  evidenceHref: evidenceAt('PM10_mean'),
  compute: fromYearSoFar({
    value: (row) => row.statistics.PM10_mean ?? null,
    sumOf: 'PM10',
    evidence: (row) => row.validDays.PM10?.days ?? 0,
  }),
};
