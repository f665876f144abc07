import { fromEvidence } from '#engines/indicators';

/** Stations whose vapour recovery is monitored on line (7.1). */
export const stationsOnline = fromEvidence({
  id: 'voc.stations-online',
  title: { zh: '加油站在线监控联网率', en: 'Stations monitored on line' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '在营加油站中油气回收在线监控已联网的比例。',
    en: 'Filling stations in business whose vapour recovery is monitored on line.',
  },
  words: ['在线监控联网'],
  counts: { zh: '座加油站', en: 'stations' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'voc.gas-stations' }, on: 'onlineSince', over: 'stock', until: 'closedOn' },
    in: { of: { ledger: 'voc.gas-stations' }, on: 'openedOn', over: 'stock', until: 'closedOn' },
  },
});
