import { fromEvidence, type Tally } from '#engines/indicators';
import { CLEAN } from '../../vocabulary.ts';

const where: Tally['where'] = [{ column: 'trade', is: 'equal', than: 'bus' }];
const exclude: Tally['exclude'] = [
  {
    id: 'emergency',
    title: { zh: '应急保障车辆', en: 'for emergencies' },
    when: [{ column: 'exempt', is: 'equal', than: 'emergency' }],
  },
];
const fleet = { of: { ledger: 'vehicles.fleet' }, on: 'registeredOn', over: 'stock', until: 'leftOn' } as const;

/** Of the city buses, the share that is electric or runs on hydrogen. */
export const busCleanShare = fromEvidence({
  id: 'vehicles.bus-clean-share',
  title: { zh: '公交车纯电动和氢燃料比例', en: 'Clean city buses' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '在册公交车中纯电动和氢燃料电池车的比例，应急保障车辆不计入。',
    en: 'Of the city buses, the share that is battery electric or runs on hydrogen; those for emergencies do not count.',
  },
  words: ['公交车'],
  counts: { zh: '辆车', en: 'vehicles' },
  how: {
    verb: 'share',
    of: { ...fleet, where: [...where, { column: 'energy', is: 'one_of', of: CLEAN }], exclude },
    in: { ...fleet, where, exclude },
  },
});
