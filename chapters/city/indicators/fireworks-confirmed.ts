import { fromEvidence } from '#engines/indicators';

/** Fireworks sold or set off, confirmed (28.1). */
export const fireworksConfirmed = fromEvidence({
  id: 'city.fireworks-confirmed',
  title: { zh: '查实销售、燃放烟花爆竹', en: 'Fireworks sold or set off' },
  unit: '起',
  spokenUnit: { zh: '起', en: 'cases' },
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'street'],
  method: {
    zh: '当年查实的违法销售、储存、燃放烟花爆竹行为，不属实的不计入。',
    en: 'Fireworks sold, stored or set off this year, confirmed; void reports are left out.',
  },
  words: ['燃放烟花爆竹'],
  counts: { zh: '条线索', en: 'reports' },
  how: {
    verb: 'count',
    of: {
      of: { ledger: 'city.fireworks-reports' },
      on: 'foundOn',
      over: 'year',
      exclude: [
        { id: 'void', title: { zh: '不属实', en: 'void' }, when: [{ column: 'state', is: 'equal', than: 'void' }] },
        {
          id: 'open',
          title: { zh: '尚在办理', en: 'still open' },
          when: [{ column: 'state', is: 'equal', than: 'open' }],
        },
      ],
    },
  },
});
