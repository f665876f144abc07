import { fromEvidence } from '#engines/indicators';

/** Restaurants that have a purifier (27.5). */
export const restaurantsPurified = fromEvidence({
  id: 'city.restaurants-purified',
  title: { zh: '餐饮油烟净化设施安装率', en: 'Restaurants with a purifier' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '在营餐饮单位中安装油烟净化设施的比例。',
    en: 'Restaurants in business with a purifier.',
  },
  words: ['油烟净化设施'],
  counts: { zh: '家餐饮', en: 'restaurants' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'city.restaurants' },
      on: 'openedOn',
      over: 'stock',
      until: 'closedOn',
      where: [{ column: 'purifier', is: 'equal', than: true }],
    },
    in: { of: { ledger: 'city.restaurants' }, on: 'openedOn', over: 'stock', until: 'closedOn' },
  },
});
