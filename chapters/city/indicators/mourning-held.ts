import { fromEvidence } from '#engines/indicators';

/** Campaigns for civil mourning (28.2). */
export const mourningHeld = fromEvidence({
  id: 'city.mourning-held',
  title: { zh: '文明祭祀宣传活动', en: 'Mourning campaigns held' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'campaigns' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street'],
  method: {
    zh: '当年开展的文明、低碳、绿色祭祀宣传服务活动次数。',
    en: 'Campaigns for civil, low-carbon mourning held this year.',
  },
  words: ['文明祭祀活动'],
  counts: { zh: '次活动', en: 'campaigns' },
  how: { verb: 'count', of: { of: { ledger: 'city.mourning-campaigns' }, on: 'heldOn', over: 'year' } },
});
