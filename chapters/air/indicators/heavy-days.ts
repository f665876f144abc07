import type { IndicatorDefinition } from '#engines/indicators';
import { evidenceAt, fromYearSoFar } from './from-year.ts';

/** Days with an AQI above 200, the year so far: the second half of the plan's 空气质量目标. */
export const heavyDays: IndicatorDefinition = {
  id: 'air.heavy-days',
  title: { zh: '重污染天数', en: 'Heavily polluted days' },
  unit: '天',
  spokenUnit: { zh: '天', en: 'days' },
  kind: 'count',
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'station'],
  method: {
    zh: '当年1月1日起AQI大于200（五级、六级）的天数，含沙尘影响；与上年同期按同一版本的标准比较。',
    en: 'Days from 1 January with an AQI above 200 (levels 5 and 6), sand included; compared with the same days of the year before by one edition.',
  },
  sources: ['HJ 633', 'HJ 663'],
  words: ['重污染天'],
  counts: { zh: '天', en: 'days' },
  evidenceHref: evidenceAt('heavy_days'),
  compute: fromYearSoFar({ value: (row) => String(row.days.heavy), evidence: (row) => row.days.valid }),
};
