import { fromEvidence } from '#engines/indicators';

/** National-III petrol vehicles that went in the year. */
export const oldPetrolGone = fromEvidence({
  id: 'vehicles.old-petrol-gone',
  title: { zh: '国三汽油车淘汰数', en: 'National-III petrol vehicles gone' },
  unit: '辆',
  spokenUnit: { zh: '辆', en: 'vehicles' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年报废、转出本市或强制注销的国三排放标准汽油车。',
    en: 'National-III petrol vehicles that were scrapped, transferred out of the city or struck off by force in the year.',
  },
  words: ['国三汽油车淘汰'],
  counts: { zh: '辆车', en: 'vehicles' },
  how: { verb: 'count', of: { of: { ledger: 'vehicles.old-petrol' }, on: 'goneOn', over: 'year' } },
});
