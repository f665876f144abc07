import { fromEvidence } from '#engines/indicators';

/** Mean synchronous run rate of VOC facilities assessed this year (5.2). */
export const runRate = fromEvidence({
  id: 'voc.run-rate',
  title: { zh: '治理设施同步运行率', en: 'Synchronous run rate' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年核查的VOCs治理设施治理设施同步运行率平均值，与上年同期比较。',
    en: 'Synchronous run rate of the facilities assessed this year, mean, beside the year before.',
  },
  words: ['同步运行率'],
  counts: { zh: '次核查', en: 'assessments' },
  how: { verb: 'mean', of: { of: { ledger: 'voc.facilities' }, on: 'assessedOn', over: 'year', amount: 'running' } },
});
