import { fromEvidence } from '#engines/indicators';

/** Back streets and alleys with a residue sample of this year (25.1). */
export const alleysSampled = fromEvidence({
  id: 'dust.alleys-sampled',
  title: { zh: '背街小巷、胡同尘土残存量检测覆盖率', en: 'Back streets and alleys sampled for residue' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年至少采样一次的背街小巷和胡同占在账背街小巷和胡同的比例，同一条只计一次。',
    en: 'Of the back streets and alleys on the books, those sampled at least once this year; each once.',
  },
  words: ['胡同', '背街小巷'],
  counts: { zh: '条背街小巷', en: 'alleys' },
  how: {
    verb: 'coverage',
    of: { of: { ledger: 'dust.residue-samples' }, on: 'sampledOn', over: 'year' },
    by: 'road',
    in: {
      of: { ledger: 'dust.roads' },
      on: 'listedOn',
      over: 'stock',
      where: [{ column: 'class', is: 'one_of', of: ['back', 'alley'] }],
    },
  },
});
