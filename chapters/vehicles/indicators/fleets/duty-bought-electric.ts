import { fromEvidence, type Tally } from '#engines/indicators';

const where: Tally['where'] = [
  { column: 'duty', is: 'one_of', of: ['fixed-route', 'commuting'] },
  { column: 'way', is: 'one_of', of: ['new', 'renewal'] },
];
const exclude: Tally['exclude'] = [
  {
    id: 'exception',
    title: { zh: '已批准不宜配备纯电动车的例外', en: 'approved exceptions' },
    when: [{ column: 'exception', is: 'equal', than: 'approved' }],
  },
];
const bought = { of: { ledger: 'vehicles.purchases' }, on: 'boughtOn', over: 'year', amount: 'vehicles' } as const;

/** Of the vehicles bought for fixed-route duty and commuting, the share of electric ones. */
export const dutyBoughtElectric = fromEvidence({
  id: 'vehicles.duty-bought-electric',
  title: { zh: '执法执勤和通勤车纯电动比例', en: 'Electric vehicles among those for duty and commuting' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年新增和更新的相对固定线路执法执勤、通勤车辆（按辆数）中纯电动车的比例，已批准例外的不计入。',
    en: 'Of the vehicles for law enforcement on fixed routes and for commuting that were added or renewed in the year, by number, the share of battery-electric ones; approved exceptions do not count.',
  },
  words: ['执法执勤'],
  counts: { zh: '批次', en: 'batches' },
  how: {
    verb: 'share',
    of: { ...bought, where: [...where, { column: 'energy', is: 'equal', than: 'electric' }], exclude },
    in: { ...bought, where, exclude },
  },
});
