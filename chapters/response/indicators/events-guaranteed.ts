import { fromEvidence } from '#engines/indicators';

/** Event guarantees for which a plan was issued (30.2). */
export const eventsGuaranteed = fromEvidence({
  id: 'response.events-guaranteed',
  title: { zh: '重大活动保障方案印发率', en: 'Event guarantees with a plan' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年已开始的重大活动保障中，活动开始前印发方案的比例。',
    en: 'Of the events guaranteed this year, those whose plan was issued before they began.',
  },
  words: ['活动保障'],
  counts: { zh: '项保障', en: 'guarantees' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'response.event-plans' },
      on: 'from',
      over: 'year',
      where: [{ column: 'planIssuedOn', is: 'before', than: { column: 'from' } }],
    },
    in: { of: { ledger: 'response.event-plans' }, on: 'from', over: 'year' },
  },
});
