import { fromEvidence } from '#engines/indicators';

/** Hot spots disposed, of those found (2.1). */
export const hotSpotsDisposed = fromEvidence({
  id: 'voc.hot-spots-disposed',
  title: { zh: 'VOCs高值区处置率', en: 'Hot spots disposed' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年处置完成的VOCs高值区占发现高值区的比例。',
    en: 'Hot spots disposed this year, of those found.',
  },
  words: ['高值区处置'],
  counts: { zh: '处高值区', en: 'hot spots' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'voc.hot-spots' }, on: 'disposedOn', sameYear: 'foundOn', over: 'year' },
    in: { of: { ledger: 'voc.hot-spots' }, on: 'foundOn', over: 'year' },
  },
});
