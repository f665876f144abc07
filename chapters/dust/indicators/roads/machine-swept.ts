import { fromEvidence } from '#engines/indicators';

/** Length of roads swept by machine (25.1, 25.2). */
export const machineSwept = fromEvidence({
  id: 'dust.machine-swept',
  title: { zh: '道路机械化清扫率', en: 'Road length swept by machine' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '机械化清扫的道路长度占在账道路长度的比例，含背街小巷和胡同。',
    en: 'Length swept by machine, of the length of all roads on the books, back streets and alleys included.',
  },
  words: ['机械化清扫'],
  counts: { zh: '条道路', en: 'roads' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'dust.roads' }, on: 'machineSince', over: 'stock', amount: 'length' },
    in: { of: { ledger: 'dust.roads' }, on: 'listedOn', over: 'stock', amount: 'length' },
  },
});
