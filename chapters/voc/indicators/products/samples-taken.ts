import { fromEvidence } from '#engines/indicators';

/** Samples of products in production and sale (3.2). */
export const samplesTaken = fromEvidence({
  id: 'voc.samples-taken',
  title: { zh: '含VOCs产品抽检组数', en: 'Product samples taken' },
  unit: '组',
  spokenUnit: { zh: '组', en: 'samples' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年在生产、流通环节抽检的含VOCs产品组数。',
    en: 'Samples of products with VOCs taken in production and sale this year.',
  },
  words: ['检测量'],
  counts: { zh: '组样品', en: 'samples' },
  how: {
    verb: 'count',
    of: {
      of: { ledger: 'voc.product-samples' },
      on: 'sampledOn',
      over: 'year',
      where: [{ column: 'link', is: 'one_of', of: ['production', 'sale'] }],
    },
  },
});
