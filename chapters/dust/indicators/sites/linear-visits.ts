import { fromEvidence } from '#engines/indicators';

/** Visits to linear and small works (26.4). */
export const linearVisits = fromEvidence({
  id: 'dust.linear-visits',
  title: { zh: '线性和小微工程检查次数', en: 'Visits to linear and small works' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'visits' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年对小微工程、架空线入地和拆除工程的检查次数。',
    en: 'Visits to small works, lines put under ground and demolition this year.',
  },
  words: ['线性工程检查'],
  counts: { zh: '次检查', en: 'visits' },
  how: { verb: 'count', of: { of: { inspections: ['dust.linear-works'] }, on: 'visitedOn', over: 'year' } },
});
