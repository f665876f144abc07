import { fromEvidence } from '#engines/indicators';

/** Bare soil in green land that has been treated, of all on the books (24.1). */
export const greenTreated = fromEvidence({
  id: 'dust.green-treated',
  title: { zh: '园林绿地裸露地面治理率', en: 'Bare soil in green land treated' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '已完成治理的裸露面积占在账裸露面积的比例，按地块登记和完成日期计。',
    en: 'Area treated, as a share of the bare area on the books, by the days of entry and completion.',
  },
  words: ['园林绿地治理率'],
  counts: { zh: '块绿地', en: 'plots' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'dust.green-plots' }, on: 'treatedOn', over: 'stock', amount: 'treatedArea' },
    in: { of: { ledger: 'dust.green-plots' }, on: 'keptSince', over: 'stock', amount: 'area' },
  },
});
