import { fromEvidence } from '#engines/indicators';

/** Share of bulk goods by rail (32.1). */
export const railShare = fromEvidence({
  id: 'response.rail-share',
  title: { zh: '大宗货物铁路运输比例', en: 'Bulk goods by rail' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年大宗货物运输量中铁路所占比例。',
    en: 'Of the bulk goods moved this year, the share by rail.',
  },
  words: ['公转铁'],
  counts: { zh: '条统计', en: 'figures' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'response.freight' },
      on: 'month',
      over: 'year',
      amount: 'tonnes',
      where: [{ column: 'mode', is: 'equal', than: 'rail' }],
    },
    in: { of: { ledger: 'response.freight' }, on: 'month', over: 'year', amount: 'tonnes' },
  },
});
