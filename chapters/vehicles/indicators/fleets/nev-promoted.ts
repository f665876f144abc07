import { fromEvidence } from '#engines/indicators';

/** New-energy vehicles promoted in the year, against the number that the city assigns. */
export const nevPromoted = fromEvidence({
  id: 'vehicles.nev-promoted',
  title: { zh: '推广新能源汽车数', en: 'New-energy vehicles promoted' },
  unit: '辆',
  spokenUnit: { zh: '辆', en: 'vehicles' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'unit'],
  method: {
    zh: '各单位推广月报的合计数之和，按月末计入；与市级下达的年度任务数比较。',
    en: 'The totals of the monthly reports, added up at the end of each month, against the number that the city assigns for the year.',
  },
  words: ['推广新能源汽车'],
  counts: { zh: '条推广记录', en: 'records' },
  how: { verb: 'sum', of: { of: { ledger: 'vehicles.promotion' }, on: 'month', over: 'year', amount: 'vehicles' } },
});
