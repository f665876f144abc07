import { fromEvidence } from '#engines/indicators';

/** Subdistricts that held a campaign for civil mourning (28.2). */
export const mourningStreets = fromEvidence({
  id: 'city.mourning-streets',
  title: { zh: '开展文明祭祀宣传的街道', en: 'Subdistricts with a mourning campaign' },
  unit: '个',
  spokenUnit: { zh: '个', en: 'subdistricts' },
  better: 'higher',
  decimals: 0,
  scopes: ['district'],
  method: {
    zh: '当年至少开展一次文明祭祀宣传活动的街道数，同一街道只计一次。',
    en: 'Subdistricts that held at least one campaign this year, each counted once.',
  },
  words: ['各街道文明祭祀'],
  counts: { zh: '个街道', en: 'subdistricts' },
  how: {
    verb: 'count',
    of: { of: { ledger: 'city.mourning-campaigns' }, on: 'heldOn', over: 'year', distinct: 'street' },
  },
});
