import { fromEvidence } from '#engines/indicators';

/** Mean capture rate of VOC facilities assessed this year (5.2). */
export const captureRate = fromEvidence({
  id: 'voc.capture-rate',
  title: { zh: '废气收集率', en: 'Capture rate' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年核查的VOCs治理设施废气收集率平均值，与上年同期比较。',
    en: 'Capture rate of the facilities assessed this year, mean, beside the year before.',
  },
  words: ['收集率'],
  counts: { zh: '次核查', en: 'assessments' },
  how: { verb: 'mean', of: { of: { ledger: 'voc.facilities' }, on: 'assessedOn', over: 'year', amount: 'capture' } },
});
