import { fromEvidence, type Tally } from '#engines/indicators';
import { CLEAN } from '../../vocabulary.ts';

const where: Tally['where'] = [
  { column: 'trade', is: 'one_of', of: ['tour-coach', 'bus', 'sanitation', 'duty', 'freight'] },
];
const exclude: Tally['exclude'] = [
  {
    id: 'emergency',
    title: { zh: '应急保障车辆', en: 'for emergencies' },
    when: [{ column: 'exempt', is: 'equal', than: 'emergency' }],
  },
  {
    id: 'special',
    title: { zh: '特种作业车辆', en: 'special vehicles' },
    when: [{ column: 'exempt', is: 'equal', than: 'special' }],
  },
];
const fleet = { of: { ledger: 'vehicles.fleet' }, on: 'registeredOn', over: 'stock', until: 'leftOn' } as const;

/** Of the vehicles of the trades that the plan names, the share that is clean. */
export const fleetCleanShare = fromEvidence({
  id: 'vehicles.fleet-clean-share',
  title: { zh: '重点行业车队新能源比例', en: 'Clean vehicles in the fleets of trades' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '旅游客车班线、公交、环卫、勤务、物流等行业在册车辆中纯电动和氢燃料电池车的比例，应急保障和特种作业车辆不计入。',
    en: 'Of the vehicles of tour coaches, buses, sanitation, duty and freight, the share that is battery electric or runs on hydrogen; those for emergencies and special vehicles do not count.',
  },
  words: ['勤务'],
  counts: { zh: '辆车', en: 'vehicles' },
  how: {
    verb: 'share',
    of: { ...fleet, where: [...where, { column: 'energy', is: 'one_of', of: CLEAN }], exclude },
    in: { ...fleet, where, exclude },
  },
});
