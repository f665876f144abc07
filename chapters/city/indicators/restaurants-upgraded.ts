import { fromEvidence } from '#engines/indicators';

/** Restaurants upgraded this year (27.5). */
export const restaurantsUpgraded = fromEvidence({
  id: 'city.restaurants-upgraded',
  title: { zh: '餐饮升级改造完成', en: 'Restaurants upgraded' },
  unit: '家',
  spokenUnit: { zh: '家', en: 'restaurants' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street'],
  method: {
    zh: '当年完成油烟治理升级改造的餐饮单位数。',
    en: 'Restaurants whose fume treatment was upgraded this year.',
  },
  words: ['餐饮升级改造'],
  counts: { zh: '家餐饮', en: 'restaurants' },
  how: { verb: 'count', of: { of: { ledger: 'city.restaurants' }, on: 'upgradedOn', over: 'year' } },
});
