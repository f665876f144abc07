import { fromEvidence } from '#engines/indicators';

/** Checks of enterprises with VOCs (3.1, 9.1). */
export const enterpriseChecks = fromEvidence({
  id: 'voc.enterprise-checks',
  title: { zh: '涉VOCs企业执法检查', en: 'VOC enterprise checks' },
  unit: '家次',
  spokenUnit: { zh: '家次', en: 'visits' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年对涉VOCs企业的执法检查次数。',
    en: 'Visits to enterprises with VOCs this year.',
  },
  words: ['企业执法检查'],
  counts: { zh: '次检查', en: 'visits' },
  how: { verb: 'count', of: { of: { inspections: ['voc.material-check'] }, on: 'visitedOn', over: 'year' } },
});
