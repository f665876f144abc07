import { fromEvidence } from '#engines/indicators';

/** National-III petrol vehicles that are still registered in the district. */
export const oldPetrolLeft = fromEvidence({
  id: 'vehicles.old-petrol-left',
  title: { zh: '国三汽油车存量', en: 'National-III petrol vehicles left' },
  unit: '辆',
  spokenUnit: { zh: '辆', en: 'vehicles' },
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '存量清单中尚未报废、转出或注销的国三排放标准汽油车。',
    en: 'Vehicles on the list of National-III petrol vehicles that have not been scrapped, transferred out or struck off.',
  },
  words: ['国三汽油车存量'],
  counts: { zh: '辆车', en: 'vehicles' },
  how: { verb: 'count', of: { of: { ledger: 'vehicles.old-petrol' }, on: 'listedOn', over: 'stock', until: 'goneOn' } },
});
