import { fromEvidence } from '#engines/indicators';

/** Restaurants whose purifier was cleaned in the last whole month. */
export const restaurantsCleaned = fromEvidence({
  id: 'city.restaurants-cleaned',
  title: { zh: '油烟净化器当月清洗率', en: 'Restaurants that cleaned in the month' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '上一个完整月份中至少清洗一次油烟净化设施的在营餐饮单位比例。',
    en: 'Of the restaurants in business in the last whole month, the share that had its purifier cleaned in it.',
  },
  words: ['定期清洗'],
  counts: { zh: '家餐饮', en: 'restaurants' },
  how: {
    verb: 'monthlyShare',
    of: {
      of: { ledger: 'city.purifier-cleanings' },
      on: 'cleanedOn',
      over: 'year',
      where: [{ column: 'part', is: 'equal', than: 'purifier' }],
    },
    by: 'restaurant',
    in: {
      of: { ledger: 'city.restaurants' },
      on: 'openedOn',
      over: 'stock',
      until: 'closedOn',
      where: [{ column: 'purifier', is: 'equal', than: true }],
    },
  },
});
