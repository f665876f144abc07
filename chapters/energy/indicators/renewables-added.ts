import { fromEvidence } from '#engines/indicators';

/** Renewable capacity that began to run this year (20.1). */
export const renewablesAdded = fromEvidence({
  id: 'energy.renewables-added',
  title: { zh: '新增可再生能源装机', en: 'Renewable capacity added' },
  unit: '千瓦',
  spokenUnit: { zh: '千瓦', en: 'kW' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年投运的热泵、光伏项目装机容量之和。',
    en: 'Capacity of heat pumps and photovoltaics that began to run this year.',
  },
  words: ['可再生能源装机'],
  counts: { zh: '个项目', en: 'projects' },
  how: { verb: 'sum', of: { of: { ledger: 'energy.renewables' }, on: 'runsSince', over: 'year', amount: 'capacity' } },
});
