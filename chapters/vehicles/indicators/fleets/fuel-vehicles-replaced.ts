import { fromEvidence } from '#engines/indicators';

/** Fuel vehicles that new-energy ones replaced in the year. */
export const fuelVehiclesReplaced = fromEvidence({
  id: 'vehicles.fuel-vehicles-replaced',
  title: { zh: '燃油车更换为新能源车', en: 'Fuel vehicles replaced by new-energy ones' },
  unit: '辆',
  spokenUnit: { zh: '辆', en: 'vehicles' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'unit'],
  method: {
    zh: '推广月报中用于替换燃油车的数量之和。',
    en: 'How many of the vehicles promoted replaced one that ran on fuel, by the monthly reports.',
  },
  words: ['燃油车更换'],
  counts: { zh: '条推广记录', en: 'records' },
  how: { verb: 'sum', of: { of: { ledger: 'vehicles.promotion' }, on: 'month', over: 'year', amount: 'replacing' } },
});
