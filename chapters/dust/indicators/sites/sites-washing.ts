import { fromEvidence } from '#engines/indicators';
import { SITES } from './sites.ts';

/** Sites on the books with a washer that works (26.2). */
export const sitesWashing = fromEvidence({
  id: 'dust.sites-washing',
  title: { zh: '在册工地洗轮设施覆盖率', en: 'Sites on the books with a working washer' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '在册施工工地中，至少有一处洗轮设施在用且正常的比例，没有登记洗轮设施的工地列为缺少；线性工程和小微工程没有固定出口，不计。',
    en: 'Of the sites on the books, those with at least one washer in place that works; a site without any is listed as missing. Linear and small works have no lasting exit and do not count.',
  },
  words: ['洗轮机监测'],
  counts: { zh: '处工地', en: 'sites' },
  how: {
    verb: 'coverage',
    of: {
      of: { ledger: 'dust.washers' },
      on: 'installedOn',
      until: 'removedOn',
      over: 'stock',
      where: [{ column: 'state', is: 'equal', than: 'working' }],
    },
    by: 'site',
    in: SITES,
  },
});
