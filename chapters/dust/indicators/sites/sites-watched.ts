import { fromEvidence } from '#engines/indicators';
import { SITES } from './sites.ts';

/** Sites on the books that a camera on the platform sees (26.1). */
export const sitesWatched = fromEvidence({
  id: 'dust.sites-watched',
  title: { zh: '在册工地视频覆盖率', en: 'Sites on the books under video' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '在册施工工地中，至少有一路视频已接入平台且未拆除的比例；线性工程和小微工程没有固定出口，不计。',
    en: 'Of the sites on the books, those with at least one camera on the platform that has not been removed; linear and small works have no lasting exit and do not count.',
  },
  words: ['视频监控设备正确安装'],
  counts: { zh: '处工地', en: 'sites' },
  how: {
    verb: 'coverage',
    of: { of: { ledger: 'dust.cameras' }, on: 'connectedOn', until: 'removedOn', over: 'stock' },
    by: 'site',
    in: SITES,
  },
});
