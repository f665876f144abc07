import { fromEvidence } from '#engines/indicators';

/** Streets with a station of the dense VOC network on line (2.1). */
export const networkStreets = fromEvidence({
  id: 'voc.network-streets',
  title: { zh: 'VOCs监测网覆盖街道', en: 'Streets with a VOC station' },
  unit: '个',
  spokenUnit: { zh: '个', en: 'streets' },
  better: 'higher',
  decimals: 0,
  scopes: ['district'],
  method: {
    zh: '有联网VOCs监测点位的街道数。',
    en: 'Subdistricts with a station of the dense VOC network on line.',
  },
  words: ['覆盖街道'],
  counts: { zh: '个点位', en: 'stations' },
  how: {
    verb: 'count',
    of: { of: { ledger: 'voc.network' }, on: 'onlineSince', until: 'removedOn', over: 'stock', distinct: 'street' },
  },
});
