import type { IndicatorDefinition } from '#engines/indicators';
import { evidenceAt, fromYearSoFar } from './from-year.ts';

/** Share of days with an AQI of at most 100, the year so far. */
export const goodRatio: IndicatorDefinition = {
  id: 'air.good-ratio',
  title: { zh: '优良天数比率', en: 'Share of good days' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  kind: 'share',
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'station'],
  method: {
    zh: '当年1月1日起AQI不大于100的天数占有效天数的比例。',
    en: 'Days from 1 January with an AQI of at most 100, as a share of the valid days.',
  },
  sources: ['HJ 633', 'HJ 663'],
  words: ['优良天'],
  counts: { zh: '天', en: 'days' },
  evidenceHref: evidenceAt('good_days'),
  compute: fromYearSoFar({ value: (row) => row.days.goodRatio, evidence: (row) => row.days.valid }),
};
