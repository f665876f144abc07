import { fromEvidence } from '#engines/indicators';

/** Weekend cleanings of roofs and yards (27.3). */
export const weekendCleanings = fromEvidence({
  id: 'dust.weekend-cleanings',
  title: { zh: '周末卫生日清扫活动', en: 'Weekend cleanings' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'events' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street'],
  method: {
    zh: '当年开展的屋顶、院落、背街小巷等清扫活动次数。',
    en: 'Cleanings of roofs, yards and back streets this year.',
  },
  words: ['周末卫生日'],
  counts: { zh: '次活动', en: 'events' },
  how: { verb: 'count', of: { of: { ledger: 'dust.cleaning-events' }, on: 'heldOn', over: 'year' } },
});
