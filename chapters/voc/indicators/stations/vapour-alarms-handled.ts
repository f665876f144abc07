import { fromEvidence } from '#engines/indicators';

/** Alarms of vapour recovery handled (7.1). */
export const vapourAlarmsHandled = fromEvidence({
  id: 'voc.vapour-alarms-handled',
  title: { zh: '油气回收报警处置率', en: 'Vapour alarms handled' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年已处置的在线监控报警、不稳定和不准确问题占发现问题的比例，误报不计入。',
    en: 'Alarms, unsteady and doubtful stations dealt with this year, of those raised; false alarms are left out.',
  },
  words: ['报警处置'],
  counts: { zh: '条报警', en: 'alarms' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'voc.vapour-alarms' },
      on: 'handledOn',
      sameYear: 'raisedOn',
      over: 'year',
      where: [{ column: 'state', is: 'one_of', of: ['mended', 'fined'] }],
    },
    in: {
      of: { ledger: 'voc.vapour-alarms' },
      on: 'raisedOn',
      over: 'year',
      exclude: [
        {
          id: 'void',
          title: { zh: '误报', en: 'false alarm' },
          when: [{ column: 'state', is: 'equal', than: 'void' }],
        },
      ],
    },
  },
});
