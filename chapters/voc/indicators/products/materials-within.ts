import { fromEvidence } from '#engines/indicators';

/** Batches of materials within the VOC limit of their class (3.1). */
export const materialsWithin = fromEvidence({
  id: 'voc.materials-within',
  title: { zh: '原辅材料VOCs含量符合率', en: 'Materials within their VOC limit' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年入账原辅材料中VOCs含量符合限值的批次比例，类别无公开限值、无法判定的不计入。',
    en: 'Of the batches entered this year, those within their limit; batches whose limit cannot be told are left out.',
  },
  words: ['限值标准'],
  counts: { zh: '批原辅材料', en: 'batches' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'voc.materials' },
      on: 'usedOn',
      over: 'year',
      where: [{ column: 'verdict', is: 'equal', than: 'complies' }],
    },
    in: {
      of: { ledger: 'voc.materials' },
      on: 'usedOn',
      over: 'year',
      exclude: [
        {
          id: 'open',
          title: { zh: '无法判定', en: 'cannot be judged' },
          when: [{ column: 'verdict', is: 'equal', than: 'open' }],
        },
      ],
    },
  },
});
