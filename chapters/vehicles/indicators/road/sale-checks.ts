import { fromEvidence } from '#engines/indicators';

/** Conformity checks at sale in the year. */
export const saleChecks = fromEvidence({
  id: 'vehicles.sale-checks',
  title: { zh: '销售环节环保达标检查', en: 'Conformity checks at sale' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'checks' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年对机动车和非道路移动机械销售单位开展的环保达标检查。',
    en: 'Checks of sellers of vehicles and machines for environmental conformity in the year.',
  },
  words: ['销售环节检查'],
  counts: { zh: '次检查', en: 'checks' },
  how: { verb: 'count', of: { of: { inspections: ['vehicles.sale-check'] }, on: 'visitedOn', over: 'year' } },
});
