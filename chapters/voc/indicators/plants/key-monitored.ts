import { fromEvidence } from '#engines/indicators';

/** Key emitters under dynamic monitoring (6.1). */
export const keyMonitored = fromEvidence({
  id: 'voc.key-monitored',
  title: { zh: '重点企业动态监控率', en: 'Key emitters monitored' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '已接入在线、用电等动态监控的重点排放企业比例。',
    en: 'Key emitters whose production and emissions are monitored.',
  },
  words: ['动态监控'],
  counts: { zh: '家企业', en: 'enterprises' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'voc.enterprises' },
      on: 'monitoredSince',
      over: 'stock',
      until: 'closedOn',
      where: [{ column: 'keyEmitter', is: 'equal', than: true }],
    },
    in: {
      of: { ledger: 'voc.enterprises' },
      on: 'openedOn',
      over: 'stock',
      until: 'closedOn',
      where: [{ column: 'keyEmitter', is: 'equal', than: true }],
    },
  },
});
