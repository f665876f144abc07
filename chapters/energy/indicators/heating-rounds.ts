import { fromEvidence } from '#engines/indicators';

/** Rounds to clean-heating devices (21.1). */
export const heatingRounds = fromEvidence({
  id: 'energy.heating-rounds',
  title: { zh: '清洁取暖运维走访次数', en: 'Clean-heating rounds' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'rounds' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年对清洁取暖设备运行、报修和运维服务的走访次数。',
    en: 'Rounds to clean-heating devices about running, complaints and service this year.',
  },
  words: ['清洁取暖走访'],
  counts: { zh: '次走访', en: 'rounds' },
  how: { verb: 'count', of: { of: { inspections: ['energy.heating-round'] }, on: 'visitedOn', over: 'year' } },
});
