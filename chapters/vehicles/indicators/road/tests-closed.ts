import { fromEvidence } from '#engines/indicators';

/** Of the failed emission tests, the share that is closed. */
export const testsClosed = fromEvidence({
  id: 'vehicles.tests-closed',
  title: { zh: '检验维修闭环率', en: 'Failed tests that are closed' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '排放检验不合格的车辆中，维修后复检合格、报废或转出的比例。',
    en: 'Of the failed emission tests, the share closed by a passed retest after repair, or because the vehicle was scrapped or left.',
  },
  words: ['闭环率'],
  counts: { zh: '条检验维修链', en: 'chains' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'vehicles.tests' }, on: 'closedOn', over: 'stock' },
    in: { of: { ledger: 'vehicles.tests' }, on: 'failedOn', over: 'stock' },
  },
});
