import { fromEvidence } from '#engines/indicators';

/** Checks of non-road machines in the year. */
export const machineChecks = fromEvidence({
  id: 'vehicles.machine-checks',
  title: { zh: '非道路移动机械检查', en: 'Checks of non-road machines' },
  unit: '台次',
  spokenUnit: { zh: '台次', en: 'checks' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年对非道路移动机械排放和编码登记状况的监督检查，一台一次计一台次。',
    en: 'Checks of the emissions and codes of non-road machines in the year; a machine each time it is checked.',
  },
  words: ['机械检查'],
  counts: { zh: '台次检查', en: 'checks' },
  how: { verb: 'count', of: { of: { inspections: ['vehicles.machine-check'] }, on: 'visitedOn', over: 'year' } },
});
