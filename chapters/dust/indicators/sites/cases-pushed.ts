import { fromEvidence } from '#engines/indicators';

/** Dust cases of which the trade authority was told (26.3). */
export const casesPushed = fromEvidence({
  id: 'dust.cases-pushed',
  title: { zh: '扬尘执法数据推送率', en: 'Dust cases pushed to the trade authority' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年已推送行业主管部门的扬尘执法占全部扬尘执法的比例。',
    en: 'Dust cases of this year of which the trade authority was told.',
  },
  words: ['推送率'],
  counts: { zh: '件执法', en: 'cases' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'dust.enforcement' }, on: 'pushedOn', sameYear: 'foundOn', over: 'year' },
    in: { of: { ledger: 'dust.enforcement' }, on: 'foundOn', over: 'year' },
  },
});
