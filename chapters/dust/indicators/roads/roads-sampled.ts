import { fromEvidence } from '#engines/indicators';

/** Roads whose residue was measured this year, of all roads, alleys included (25.1). */
export const roadsSampled = fromEvidence({
  id: 'dust.roads-sampled',
  title: { zh: '道路尘土残存量检测覆盖率', en: 'Roads whose residue is measured' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年至少采样一次的道路（含背街小巷、胡同）占在账道路的比例，同一道路只计一次。',
    en: 'Roads, back streets and alleys sampled at least once this year, of all on the books; each road once.',
  },
  words: ['检测覆盖率'],
  counts: { zh: '条道路', en: 'roads' },
  how: {
    verb: 'coverage',
    of: { of: { ledger: 'dust.residue-samples' }, on: 'sampledOn', over: 'year' },
    by: 'road',
    in: { of: { ledger: 'dust.roads' }, on: 'listedOn', over: 'stock' },
  },
});
