import { fromEvidence } from '#engines/indicators';

/** Energy used in the year so far against the cap that the city assigns (17.1). */
export const energyUsed = fromEvidence({
  id: 'energy.energy-used',
  title: { zh: '能源消费总量', en: 'Energy used' },
  unit: '吨标准煤',
  spokenUnit: { zh: '吨标准煤', en: 'tce' },
  better: 'lower',
  decimals: 0,
  scopes: ['district'],
  method: {
    zh: '当年各季度、各领域能源消费量之和，与市级下达的总量目标比较。',
    en: 'Energy of all quarters and sectors of the year, against the cap that the city assigns.',
  },
  words: ['能源消费总量'],
  counts: { zh: '条统计', en: 'figures' },
  how: { verb: 'sum', of: { of: { ledger: 'energy.consumption' }, on: 'endsOn', over: 'year', amount: 'amount' } },
});
