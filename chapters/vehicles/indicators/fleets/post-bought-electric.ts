import { fromEvidence, type Tally } from '#engines/indicators';

const where: Tally['where'] = [
  { column: 'trade', is: 'equal', than: 'post' },
  { column: 'mass', is: 'less', than: 4.5 },
  { column: 'way', is: 'one_of', of: ['new', 'renewal'] },
];
const bought = { of: { ledger: 'vehicles.purchases' }, on: 'boughtOn', over: 'year', amount: 'vehicles' } as const;

/** Of the post vehicles below 4.5 t bought in the year, the share of electric ones. */
export const postBoughtElectric = fromEvidence({
  id: 'vehicles.post-bought-electric',
  title: { zh: '新增更新4.5吨以下邮政车纯电动比例', en: 'Electric vehicles among post vehicles bought' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district'],
  method: {
    zh: '当年新增和更新的总质量4.5吨以下邮政车（按辆数）中纯电动车的比例。',
    en: 'Of the post vehicles below 4.5 t added and renewed in the year, by number, the share of battery-electric ones.',
  },
  words: ['邮政车'],
  counts: { zh: '批次', en: 'batches' },
  how: {
    verb: 'share',
    of: { ...bought, where: [...where, { column: 'energy', is: 'equal', than: 'electric' }] },
    in: { ...bought, where },
  },
});
