import { fromEvidence } from '#engines/indicators';

/** Repair shops upgraded (6.2). */
export const shopsUpgraded = fromEvidence({
  id: 'voc.shops-upgraded',
  title: { zh: '汽修企业提质升级完成率', en: 'Repair shops upgraded' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '在营汽修企业中完成污染防治提质升级的比例。',
    en: 'Repair shops in business that have been upgraded.',
  },
  words: ['提质升级'],
  counts: { zh: '家汽修企业', en: 'shops' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'voc.repair-shops' }, on: 'upgradedOn', over: 'stock', until: 'closedOn' },
    in: { of: { ledger: 'voc.repair-shops' }, on: 'openedOn', over: 'stock', until: 'closedOn' },
  },
});
