import { fromEvidence } from '#engines/indicators';

/** Piles of the charging sites that began to operate in the year. */
export const chargingPilesNew = fromEvidence({
  id: 'vehicles.charging-piles-new',
  title: { zh: '新投运充电桩', en: 'Charging piles put in operation' },
  unit: '个',
  spokenUnit: { zh: '个', en: 'piles' },
  better: 'higher',
  decimals: 0,
  scopes: ['district', 'street'],
  method: {
    zh: '当年投运的充换电站点的充电桩数之和。',
    en: 'Piles of the charging sites that began to operate in the year.',
  },
  words: ['充电桩'],
  counts: { zh: '处充换电设施', en: 'sites' },
  how: {
    verb: 'sum',
    of: { of: { ledger: 'vehicles.charging-sites' }, on: 'startedOn', over: 'year', amount: 'piles' },
  },
});
