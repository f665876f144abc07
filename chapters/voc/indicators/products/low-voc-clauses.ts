import { fromEvidence } from '#engines/indicators';

/** Procurement notices with a low-VOC clause (4.1). */
export const lowVocClauses = fromEvidence({
  id: 'voc.low-voc-clauses',
  title: { zh: '政府采购低VOCs条款写入率', en: 'Notices with a low-VOC clause' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年政府采购公告中写入低VOCs含量产品条款的比例。',
    en: 'Procurement notices of this year that ask for products low in VOCs.',
  },
  words: ['低VOCs条款'],
  counts: { zh: '份公告', en: 'notices' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'voc.procurement' },
      on: 'publishedOn',
      over: 'year',
      where: [{ column: 'clause', is: 'equal', than: true }],
    },
    in: { of: { ledger: 'voc.procurement' }, on: 'publishedOn', over: 'year' },
  },
});
