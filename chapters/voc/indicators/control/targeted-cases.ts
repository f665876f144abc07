import { fromEvidence } from '#engines/indicators';

/** Cases that began with a lead of the grid, monitoring or video (9.1). */
export const targetedCases = fromEvidence({
  id: 'voc.targeted-cases',
  title: { zh: '精准执法案件占比', en: 'Cases from targeted leads' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年由热点网格、在线监控、视频监控线索立案的案件比例，与上年同期比较。',
    en: 'Of the cases filed this year, those from hot-spot grid, on-line monitoring or video; beside the year before.',
  },
  words: ['精准执法'],
  counts: { zh: '件案件', en: 'cases' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'voc.cases' },
      on: 'filedOn',
      over: 'year',
      where: [{ column: 'lead', is: 'one_of', of: ['grid', 'online', 'video'] }],
    },
    in: { of: { ledger: 'voc.cases' }, on: 'filedOn', over: 'year' },
  },
});
