import { fromEvidence } from '#engines/indicators';

/** Rounds of inspection in parks and green land (24.1). */
export const greenRounds = fromEvidence({
  id: 'dust.green-rounds',
  title: { zh: '园林绿地扬尘督导检查', en: 'Inspection rounds in green land' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'rounds' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年对公园、绿地裸露地面和养护作业的督导检查次数。',
    en: 'Inspections of bare soil and upkeep in parks and green land in the year.',
  },
  words: ['绿地督导检查'],
  counts: { zh: '次检查', en: 'rounds' },
  how: { verb: 'count', of: { of: { inspections: ['dust.green-round'] }, on: 'visitedOn', over: 'year' } },
});
