import { fromEvidence } from '#engines/indicators';

/** Doubtful muck trips that were handled (26.2). */
export const tripsHandled = fromEvidence({
  id: 'dust.trips-handled',
  title: { zh: '渣土运输问题查处率', en: 'Doubtful muck trips handled' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年已查处的渣土运输问题线索占发现线索的比例，经核不属实的不计入。',
    en: 'Leads on muck trips handled this year, of those found; leads that proved void are left out.',
  },
  words: ['渣土查处率'],
  counts: { zh: '条线索', en: 'leads' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'dust.muck-trips' },
      on: 'handledOn',
      sameYear: 'foundOn',
      over: 'year',
      where: [{ column: 'state', is: 'equal', than: 'handled' }],
    },
    in: {
      of: { ledger: 'dust.muck-trips' },
      on: 'foundOn',
      over: 'year',
      exclude: [
        {
          id: 'void',
          title: { zh: '经核不属实', en: 'proved void' },
          when: [{ column: 'state', is: 'equal', than: 'void' }],
        },
      ],
    },
  },
});
