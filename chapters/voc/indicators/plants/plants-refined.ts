import { fromEvidence } from '#engines/indicators';

/** Enterprises treated one plant one policy with their effect evaluated (5.1). */
export const plantsRefined = fromEvidence({
  id: 'voc.plants-refined',
  title: { zh: '完成精细化治理并评估的企业', en: 'Plants treated and evaluated' },
  unit: '家',
  spokenUnit: { zh: '家', en: 'plants' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年完成“一厂一策”精细化治理并开展效果评估的企业数。',
    en: 'Enterprises treated by their own plan this year and evaluated afterwards.',
  },
  words: ['精细化治理'],
  counts: { zh: '份档案', en: 'files' },
  how: { verb: 'count', of: { of: { ledger: 'voc.plant-files' }, on: 'evaluatedOn', over: 'year' } },
});
