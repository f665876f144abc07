import { fromEvidence } from '#engines/indicators';

/** Heavy diesel vehicles checked on the main roads in the year. */
export const roadsideChecks = fromEvidence({
  id: 'vehicles.roadside-checks',
  title: { zh: '重型柴油车人工检查', en: 'Road-side checks of heavy diesel vehicles' },
  unit: '辆次',
  spokenUnit: { zh: '辆次', en: 'checks' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年在区内主要道路对重型柴油车的人工检查，一车一次计一辆次。',
    en: 'Heavy diesel vehicles checked by officers on the main roads of the district in the year; a vehicle each time it is checked.',
  },
  words: ['重型柴油车人工检查'],
  counts: { zh: '辆次检查', en: 'checks' },
  how: { verb: 'count', of: { of: { inspections: ['vehicles.roadside-check'] }, on: 'visitedOn', over: 'year' } },
});
