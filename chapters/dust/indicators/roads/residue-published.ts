import { fromEvidence } from '#engines/indicators';

/** Residue samples whose result was published (25.1). */
export const residuePublished = fromEvidence({
  id: 'dust.residue-published',
  title: { zh: '尘土残存量结果发布率', en: 'Residue results published' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年已发布结果的样品占采样样品的比例。',
    en: 'Samples with a published result, of those taken this year.',
  },
  words: ['结果发布率'],
  counts: { zh: '个样', en: 'samples' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'dust.residue-samples' }, on: 'publishedOn', sameYear: 'sampledOn', over: 'year' },
    in: { of: { ledger: 'dust.residue-samples' }, on: 'sampledOn', over: 'year' },
  },
});
