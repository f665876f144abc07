import { fromEvidence } from '#engines/indicators';

/** Kilometres of mobile runs (2.1). */
export const walkDistance = fromEvidence({
  id: 'voc.walk-distance',
  title: { zh: 'VOCs走航里程', en: 'Mobile VOC runs' },
  unit: '公里',
  spokenUnit: { zh: '公里', en: 'km' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年走航监测里程之和。',
    en: 'Kilometres of mobile runs this year.',
  },
  words: ['走航里程'],
  counts: { zh: '次走航', en: 'runs' },
  how: { verb: 'sum', of: { of: { ledger: 'voc.walk-throughs' }, on: 'ranOn', over: 'year', amount: 'distance' } },
});
