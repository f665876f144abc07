import { fromEvidence } from '#engines/indicators';

/** Small and linear works whose dust measures are in place (26.4). */
export const smallWorksManaged = fromEvidence({
  id: 'dust.small-works-managed',
  title: { zh: '小微和线性工程措施到位率', en: 'Small works with measures in place' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '在施小微工程（含线性工程）中扬尘措施到位的比例。',
    en: 'Of the small and linear works under way, the share with all measures in place.',
  },
  words: ['措施到位率'],
  counts: { zh: '处小微工程', en: 'works' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'dust.small-works' },
      on: 'beginsOn',
      until: 'endedOn',
      over: 'stock',
      where: [{ column: 'dust', is: 'equal', than: 'full' }],
    },
    in: { of: { ledger: 'dust.small-works' }, on: 'beginsOn', until: 'endedOn', over: 'stock' },
  },
});
