import { fromEvidence } from '#engines/indicators';

/** Visits about loose coal (21.1). */
export const coalChecks = fromEvidence({
  id: 'energy.coal-checks',
  title: { zh: '散煤检查次数', en: 'Coal checks' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'visits' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年对经营单位和住户开展的散煤检查次数。',
    en: 'Visits to businesses and households about coal this year.',
  },
  words: ['散煤检查'],
  counts: { zh: '次检查', en: 'visits' },
  how: { verb: 'count', of: { of: { inspections: ['energy.coal-check'] }, on: 'visitedOn', over: 'year' } },
});
