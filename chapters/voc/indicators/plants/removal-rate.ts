import { fromEvidence } from '#engines/indicators';

/** Mean removal rate of VOC facilities assessed this year (5.2). */
export const removalRate = fromEvidence({
  id: 'voc.removal-rate',
  title: { zh: 'VOCs去除率', en: 'Removal rate' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年核查的VOCs治理设施VOCs去除率平均值，与上年同期比较。',
    en: 'Removal rate of the facilities assessed this year, mean, beside the year before.',
  },
  words: ['去除率'],
  counts: { zh: '次核查', en: 'assessments' },
  how: { verb: 'mean', of: { of: { ledger: 'voc.facilities' }, on: 'assessedOn', over: 'year', amount: 'removal' } },
});
