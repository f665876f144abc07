import { fromEvidence } from '#engines/indicators';

/** Machines in use without a true code. */
export const machinesUncoded = fromEvidence({
  id: 'vehicles.machines-uncoded',
  title: { zh: '在用未编码机械', en: 'Machines used without a true code' },
  unit: '台',
  spokenUnit: { zh: '台', en: 'machines' },
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '发现未编码登记或未如实登记、尚未补办或清退的非道路移动机械；应为零。',
    en: 'Non-road machines found without a code or with a false one that have neither been coded nor sent off; there should be none.',
  },
  words: ['非道路移动机械'],
  counts: { zh: '台机械', en: 'machines' },
  how: {
    verb: 'count',
    of: { of: { ledger: 'vehicles.machinery' }, on: 'faultOn', over: 'stock', until: ['mendedOn', 'leftOn'] },
  },
});
