import { fromEvidence } from '#engines/indicators';

/** Muck trucks with a permit that are on the truck platform (26.2). */
export const trucksConnected = fromEvidence({
  id: 'dust.trucks-connected',
  title: { zh: '渣土车平台接入率', en: 'Muck trucks on the platform' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '已接入渣土车管理平台的在册渣土车占在册渣土车的比例。',
    en: 'Muck trucks on the truck platform, of those on the books.',
  },
  words: ['平台接入率'],
  counts: { zh: '辆渣土车', en: 'muck trucks' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'dust.muck-trucks' }, on: 'platformSince', until: 'leftOn', over: 'stock' },
    in: { of: { ledger: 'dust.muck-trucks' }, on: 'permitFrom', until: 'leftOn', over: 'stock' },
  },
});
