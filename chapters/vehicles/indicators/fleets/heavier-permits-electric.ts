import { fromEvidence, type Tally } from '#engines/indicators';

// the mass has three decimals, so that 4.5 itself is above
const where: Tally['where'] = [{ column: 'mass', is: 'more', than: 4.499 }];
const exclude: Tally['exclude'] = [
  {
    id: 'dangerous-goods',
    title: { zh: '危险品运输车辆', en: 'dangerous goods' },
    when: [{ column: 'exempt', is: 'equal', than: 'dangerous-goods' }],
  },
  {
    id: 'cold-chain',
    title: { zh: '冷链运输车辆', en: 'cold chain' },
    when: [{ column: 'exempt', is: 'equal', than: 'cold-chain' }],
  },
];
const permits = {
  of: { ledger: 'vehicles.freight-permits' },
  on: 'issuedOn',
  over: 'stock',
  until: 'validUntil',
} as const;

/** Of the permits in force for vehicles of 4.5 t and more, the share of electric ones. */
export const heavierPermitsElectric = fromEvidence({
  id: 'vehicles.heavier-permits-electric',
  title: { zh: '4.5吨以上货车通行证纯电动比例', en: 'Electric vehicles among permits from 4.5 t' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '有效的货车通行证中，总质量4.5吨以上（含）车辆的纯电动比例，危险品和冷链运输车辆不计入。',
    en: 'Of the freight permits in force for vehicles of 4.5 t and more, the share of battery-electric ones; dangerous goods and cold chain do not count.',
  },
  words: ['4.5吨以上'],
  counts: { zh: '张通行证', en: 'permits' },
  how: {
    verb: 'share',
    of: { ...permits, where: [...where, { column: 'energy', is: 'equal', than: 'electric' }], exclude },
    in: { ...permits, where, exclude },
  },
});
