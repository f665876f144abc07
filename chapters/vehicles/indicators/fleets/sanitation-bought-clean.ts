import { fromEvidence, type Tally } from '#engines/indicators';
import { CLEAN } from '../../vocabulary.ts';

const where: Tally['where'] = [
  { column: 'trade', is: 'equal', than: 'sanitation' },
  { column: 'way', is: 'one_of', of: ['new', 'renewal'] },
];
const bought = { of: { ledger: 'vehicles.purchases' }, on: 'boughtOn', over: 'year', amount: 'vehicles' } as const;

/** Of the sanitation vehicles bought in the year, the share that is clean. */
export const sanitationBoughtClean = fromEvidence({
  id: 'vehicles.sanitation-bought-clean',
  title: { zh: '新增更新环卫车新能源比例', en: 'Clean vehicles among sanitation vehicles bought' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年新增和更新的环卫车辆（按辆数）中纯电动、氢燃料车的比例。',
    en: 'Of the sanitation vehicles added and renewed in the year, by number, the share that is electric or runs on hydrogen.',
  },
  words: ['环卫车辆'],
  counts: { zh: '批次', en: 'batches' },
  how: {
    verb: 'share',
    of: { ...bought, where: [...where, { column: 'energy', is: 'one_of', of: CLEAN }] },
    in: { ...bought, where },
  },
});
