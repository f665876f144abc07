import { fromEvidence } from '#engines/indicators';

/** Small works that somebody has visited (26.4). */
export const smallWorksSeen = fromEvidence({
  id: 'dust.small-works-seen',
  title: { zh: '小微工程检查覆盖率', en: 'Small works visited' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年在施的小微工程中至少被检查一次的比例，同一工程只计一次，当年完工的仍计入；未检查的工程逐项列出。',
    en: 'Of the small works under way in the year, those visited at least once, each once; what ended in the year stays in it. The ones nobody visited are listed.',
  },
  words: ['小微工程'],
  counts: { zh: '项工程', en: 'works' },
  how: {
    verb: 'coverage',
    of: {
      of: { inspections: ['dust.linear-works'] },
      on: 'visitedOn',
      over: 'year',
      where: [{ column: 'ledger', is: 'equal', than: 'dust.small-works' }],
    },
    by: 'entry',
    in: { of: { ledger: 'dust.small-works' }, on: 'beginsOn', until: 'endedOn', untilYearEnd: true, over: 'stock' },
  },
});
