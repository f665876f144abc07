import { fromEvidence } from '#engines/indicators';

/** Fuel checks of stations, carriers and sites (8.1). */
export const fuelChecks = fromEvidence({
  id: 'voc.fuel-checks',
  title: { zh: '油品监督检查', en: 'Fuel checks' },
  unit: '次',
  spokenUnit: { zh: '次', en: 'visits' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年对加油站、运输企业和工地机械用油的监督检查次数。',
    en: 'Visits about fuel to stations, carriers and sites this year.',
  },
  words: ['油品检查'],
  counts: { zh: '次检查', en: 'visits' },
  how: { verb: 'count', of: { of: { inspections: ['voc.fuel-check'] }, on: 'visitedOn', over: 'year' } },
});
