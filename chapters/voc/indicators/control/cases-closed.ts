import { fromEvidence } from '#engines/indicators';

/** Cases closed, of those filed (9.1). */
export const casesClosed = fromEvidence({
  id: 'voc.cases-closed',
  title: { zh: '大气执法案件结案率', en: 'Cases closed' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年结案的大气环境执法案件占立案案件的比例。',
    en: 'Cases about the air closed this year, of those filed.',
  },
  words: ['结案率'],
  counts: { zh: '件案件', en: 'cases' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'voc.cases' }, on: 'closedOn', sameYear: 'filedOn', over: 'year' },
    in: { of: { ledger: 'voc.cases' }, on: 'filedOn', over: 'year' },
  },
});
