import type { Tally } from '#engines/indicators';

/** Sites on the books that have an exit of their own to be watched and washed at. */
export const SITES = {
  of: { ledger: 'dust.sites' },
  on: 'onBooksFrom',
  until: 'onBooksUntil',
  over: 'stock',
  exclude: [
    {
      id: 'noExit',
      title: { zh: '线性、小微工程', en: 'linear and small works' },
      when: [{ column: 'kind', is: 'one_of', of: ['linear', 'small'] }],
    },
  ],
} as const satisfies Tally;
