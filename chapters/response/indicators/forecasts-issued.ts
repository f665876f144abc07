import { fromEvidence } from '#engines/indicators';

/** Forecasts told to the members (30.2). */
export const forecastsIssued = fromEvidence({
  id: 'response.forecasts-issued',
  title: { zh: '空气质量预报通报期数', en: 'Forecasts issued' },
  unit: '期',
  spokenUnit: { zh: '期', en: 'forecasts' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年向各成员单位通报的预测预报期数。',
    en: 'Forecasts told to the members this year.',
  },
  words: ['预报通报'],
  counts: { zh: '期预报', en: 'forecasts' },
  how: { verb: 'count', of: { of: { ledger: 'response.forecasts' }, on: 'day', over: 'year' } },
});
