import { fromEvidence, type Tally } from '#engines/indicators';
import { CLEAN } from '../../vocabulary.ts';

const where: Tally['where'] = [{ column: 'trade', is: 'equal', than: 'taxi' }];
const exclude: Tally['exclude'] = [
  {
    id: 'social-security',
    title: { zh: '社会保障车辆', en: 'of social security' },
    when: [{ column: 'exempt', is: 'equal', than: 'social-security' }],
  },
  {
    id: 'individual',
    title: { zh: '个体车辆', en: 'of individuals' },
    when: [{ column: 'exempt', is: 'equal', than: 'individual' }],
  },
];
const fleet = { of: { ledger: 'vehicles.fleet' }, on: 'registeredOn', over: 'stock', until: 'leftOn' } as const;

/** Of the taxis, the share that is electric or runs on hydrogen. */
export const taxiCleanShare = fromEvidence({
  id: 'vehicles.taxi-clean-share',
  title: { zh: '巡游出租车纯电动和氢燃料比例', en: 'Clean taxis' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '在册巡游出租车中纯电动和氢燃料电池车的比例，社会保障和个体车辆不计入。',
    en: 'Of the taxis, the share that is battery electric or runs on hydrogen; those of social security and of individuals do not count.',
  },
  words: ['巡游出租车'],
  counts: { zh: '辆车', en: 'vehicles' },
  how: {
    verb: 'share',
    of: { ...fleet, where: [...where, { column: 'energy', is: 'one_of', of: CLEAN }], exclude },
    in: { ...fleet, where, exclude },
  },
});
