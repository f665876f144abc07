import { fromEvidence } from '#engines/indicators';

const inUse = { of: { ledger: 'vehicles.machinery' }, on: 'enteredOn', over: 'stock', until: 'leftOn' } as const;

/** Of the machines in use, the share whose code is verified. */
export const machinesVerified = fromEvidence({
  id: 'vehicles.machines-verified',
  title: { zh: '机械编码核实率', en: 'Machines whose code is verified' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '在用非道路移动机械中，编码已在现场核实的比例。',
    en: 'Of the machines in use, the share whose code was verified where they work.',
  },
  words: ['编码核实'],
  counts: { zh: '台机械', en: 'machines' },
  how: { verb: 'share', of: { ...inUse, on: 'verifiedOn' }, in: inUse },
});
