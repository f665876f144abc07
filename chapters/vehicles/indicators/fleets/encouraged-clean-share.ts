import { fromEvidence, type Tally } from '#engines/indicators';
import { CLEAN } from '../../vocabulary.ts';

const where: Tally['where'] = [{ column: 'trade', is: 'one_of', of: ['ride-hailing', 'driving-school', 'tour-coach'] }];
const exclude: Tally['exclude'] = [
  {
    id: 'not-c2',
    title: { zh: '教其他车型的教练车', en: 'training cars for other licences' },
    when: [
      { column: 'trade', is: 'equal', than: 'driving-school' },
      { column: 'licence', is: 'not_equal', than: 'c2' },
    ],
  },
  {
    id: 'licence-unknown',
    title: { zh: '准教车型不明的教练车', en: 'training cars of unknown licence' },
    when: [
      { column: 'trade', is: 'equal', than: 'driving-school' },
      { column: 'licence', is: 'empty' },
    ],
  },
];
const fleet = { of: { ledger: 'vehicles.fleet' }, on: 'registeredOn', over: 'stock', until: 'leftOn' } as const;

/** Of the vehicles whose renewal the plan encourages, the share that is clean. */
export const encouragedCleanShare = fromEvidence({
  id: 'vehicles.encouraged-clean-share',
  title: { zh: '网约、C2教练、旅游客车新能源比例', en: 'Clean ride-hailing, C2 training and tour vehicles' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '在册网约出租车、驾校C2教练车和旅游客车中纯电动和氢燃料电池车的比例，这些车辆属于鼓励范围；教其他车型的教练车不计入。',
    en: 'Of ride-hailing cars, C2 training cars and tour coaches, whose renewal is encouraged, the share that is clean; training cars for other licences do not count.',
  },
  words: ['网约出租车'],
  counts: { zh: '辆车', en: 'vehicles' },
  how: {
    verb: 'share',
    of: { ...fleet, where: [...where, { column: 'energy', is: 'one_of', of: CLEAN }], exclude },
    in: { ...fleet, where, exclude },
  },
});
