import { fromEvidence } from '#engines/indicators';

/** Wheel washers that work (26.2). */
export const washersWorking = fromEvidence({
  id: 'dust.washers-working',
  title: { zh: '洗轮机正常运行率', en: 'Wheel washers working' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '在用洗轮机中状态正常的比例，拆除的不计。',
    en: 'Of the washers in place, those that work; removed ones are not in it.',
  },
  words: ['洗轮机运行'],
  counts: { zh: '台洗轮机', en: 'washers' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'dust.washers' },
      on: 'installedOn',
      until: 'removedOn',
      over: 'stock',
      where: [{ column: 'state', is: 'equal', than: 'working' }],
    },
    in: { of: { ledger: 'dust.washers' }, on: 'installedOn', until: 'removedOn', over: 'stock' },
  },
});
