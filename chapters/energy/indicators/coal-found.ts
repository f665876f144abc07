import { fromEvidence } from '#engines/indicators';

/** Visits that found loose coal used or sold (21.1). */
export const coalFound = fromEvidence({
  id: 'energy.coal-found',
  title: { zh: '发现散煤使用或销售', en: 'Loose coal found' },
  unit: '起',
  spokenUnit: { zh: '起', en: 'finds' },
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'street'],
  method: {
    zh: '当年散煤检查中发现使用、销售散煤的检查次数。',
    en: 'Visits of this year that found loose coal used or sold.',
  },
  words: ['散煤复烧'],
  counts: { zh: '次检查', en: 'visits' },
  how: {
    verb: 'count',
    of: {
      of: { inspections: ['energy.coal-check'] },
      on: 'visitedOn',
      over: 'year',
      where: [{ column: 'result', is: 'equal', than: 'findings' }],
    },
  },
});
