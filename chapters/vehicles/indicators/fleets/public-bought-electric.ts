import { fromEvidence, type Tally } from '#engines/indicators';

const where: Tally['where'] = [{ column: 'body', is: 'one_of', of: ['party-government', 'institution', 'social'] }];
const exclude: Tally['exclude'] = [
  {
    id: 'exception',
    title: { zh: '已批准不宜配备纯电动车的例外', en: 'approved exceptions' },
    when: [{ column: 'exception', is: 'equal', than: 'approved' }],
  },
];
const bought = { of: { ledger: 'vehicles.purchases' }, on: 'boughtOn', over: 'year', amount: 'vehicles' } as const;

/** Of the vehicles that public bodies bought or leased in the year, the share of electric ones. */
export const publicBoughtElectric = fromEvidence({
  id: 'vehicles.public-bought-electric',
  title: { zh: '公共机构购置租赁纯电动比例', en: 'Electric vehicles among those of public bodies' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年党政机关、事业单位和社会团体新增、更新和租赁的车辆（按辆数）中纯电动车的比例，已批准例外的不计入。',
    en: 'Of the vehicles bought or leased by party and government bodies, institutions and social organisations in the year, by number, the share of battery-electric ones; approved exceptions do not count.',
  },
  words: ['党政机关'],
  counts: { zh: '批次', en: 'batches' },
  how: {
    verb: 'share',
    of: { ...bought, where: [...where, { column: 'energy', is: 'equal', than: 'electric' }], exclude },
    in: { ...bought, where, exclude },
  },
});
