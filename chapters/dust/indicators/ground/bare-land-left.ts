import { fromEvidence } from '#engines/indicators';

/** Plots of bare land that are left (27.3, 24.2). */
export const bareLandLeft = fromEvidence({
  id: 'dust.bare-land-left',
  title: { zh: '尚未治理的裸地', en: 'Bare land left' },
  unit: '块',
  spokenUnit: { zh: '块', en: 'plots' },
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'street'],
  method: {
    zh: '在账裸地中尚未完成治理的地块数。',
    en: 'Plots on the books that are not treated yet.',
  },
  words: ['裸地'],
  counts: { zh: '块裸地', en: 'plots' },
  how: { verb: 'count', of: { of: { ledger: 'dust.bare-land' }, on: 'foundOn', until: 'doneOn', over: 'stock' } },
});
