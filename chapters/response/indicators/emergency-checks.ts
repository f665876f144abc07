import { fromEvidence } from '#engines/indicators';

/** Places of the emergency list that had an emergency check (31.1). */
export const emergencyChecks = fromEvidence({
  id: 'response.emergency-checks',
  title: { zh: '应急核查清单单位', en: 'Listed places checked' },
  unit: '家',
  spokenUnit: { zh: '家', en: 'places' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年做过应急核查的清单单位数，同一单位只计一次。',
    en: 'Places of the emergency list that had an emergency check this year, each counted once.',
  },
  words: ['应急核查'],
  counts: { zh: '次应急核查', en: 'checks' },
  how: {
    verb: 'count',
    of: { of: { inspections: ['response.emergency-check'] }, on: 'visitedOn', over: 'year', distinct: 'entry' },
  },
});
