import { fromEvidence } from '#engines/indicators';

/** Sites on the books that were seen in the last whole month (26.3). */
export const siteInspectionRate = fromEvidence({
  id: 'dust.site-inspection-rate',
  title: { zh: '上账工地月检查率', en: 'Sites on the books inspected in the month' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '上一个完整月份中，在册施工工地至少被检查一次的比例；分母按辖区设置取月初在册或月内任一日在册的工地。',
    en: 'Of the sites on the books in the last whole month, the share seen at least once in it; the setting of the district says whether a site counts that was there when the month began or on any of its days.',
  },
  words: ['月检查率'],
  counts: { zh: '处工地', en: 'sites' },
  how: {
    verb: 'monthlyShare',
    of: { of: { inspections: ['dust.site-visit'] }, on: 'visitedOn', over: 'year' },
    in: { of: { ledger: 'dust.sites' }, on: 'onBooksFrom', until: 'onBooksUntil', over: 'stock' },
  },
});
