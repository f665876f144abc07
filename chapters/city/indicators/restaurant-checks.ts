import { fromEvidence } from '#engines/indicators';

/** Visits to restaurants (27.5). */
export const restaurantChecks = fromEvidence({
  id: 'city.restaurant-checks',
  title: { zh: '餐饮油烟检查', en: 'Restaurant checks' },
  unit: '家次',
  spokenUnit: { zh: '家次', en: 'visits' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年餐饮油烟执法检查次数。',
    en: 'Visits to restaurants about fumes this year.',
  },
  words: ['餐饮油烟检查'],
  counts: { zh: '次检查', en: 'visits' },
  how: { verb: 'count', of: { of: { inspections: ['city.restaurant-check'] }, on: 'visitedOn', over: 'year' } },
});
