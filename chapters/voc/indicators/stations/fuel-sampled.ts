import { fromEvidence } from '#engines/indicators';

/** Samples of fuel, urea and detergents (8.1). */
export const fuelSampled = fromEvidence({
  id: 'voc.fuel-sampled',
  title: { zh: '油品质量抽检批次', en: 'Fuel samples' },
  unit: '批',
  spokenUnit: { zh: '批', en: 'samples' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年油品、尿素、清净剂抽检批次。',
    en: 'Samples of fuel, urea and detergents this year.',
  },
  words: ['油品抽检'],
  counts: { zh: '批样品', en: 'samples' },
  how: { verb: 'count', of: { of: { ledger: 'voc.fuel-samples' }, on: 'sampledOn', over: 'year' } },
});
