import { fromEvidence } from '#engines/indicators';

/** Checks that found the measures kept (31.1). */
export const responsesKept = fromEvidence({
  id: 'response.responses-kept',
  title: { zh: '应急措施核查落实率', en: 'Measures found kept' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年应急核查中落实减排措施的比例，未核查的不计入。',
    en: 'Of the places checked in warnings this year, those that kept their measures; unchecked ones are left out.',
  },
  words: ['措施落实'],
  counts: { zh: '条落实', en: 'confirmations' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'response.confirmations' },
      on: 'startedOn',
      over: 'year',
      where: [{ column: 'result', is: 'equal', than: 'kept' }],
    },
    in: {
      of: { ledger: 'response.confirmations' },
      on: 'startedOn',
      over: 'year',
      exclude: [
        {
          id: 'unchecked',
          title: { zh: '未核查', en: 'not checked' },
          when: [{ column: 'result', is: 'equal', than: 'unchecked' }],
        },
      ],
    },
  },
});
