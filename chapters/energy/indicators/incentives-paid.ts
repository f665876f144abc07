import { fromEvidence } from '#engines/indicators';

/** Incentives for building projects paid out (19.1). */
export const incentivesPaid = fromEvidence({
  id: 'energy.incentives-paid',
  title: { zh: '建筑节能奖励拨付', en: 'Incentives paid' },
  unit: '万元',
  spokenUnit: { zh: '万元', en: '10,000 CNY' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年拨付的超低能耗建筑与绿色化改造奖励资金。',
    en: 'Incentives for ultra-low-energy buildings and green retrofits paid this year.',
  },
  words: ['奖励资金'],
  counts: { zh: '个项目', en: 'projects' },
  how: {
    verb: 'sum',
    of: { of: { ledger: 'energy.building-projects' }, on: 'incentivePaidOn', over: 'year', amount: 'incentive' },
  },
});
