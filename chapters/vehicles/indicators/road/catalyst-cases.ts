import { fromEvidence } from '#engines/indicators';

/** Of the vehicles without a new catalyst, the share that has a case. */
export const catalystCases = fromEvidence({
  id: 'vehicles.catalyst-cases',
  title: { zh: '未更换净化装置立案率', en: 'Cases against vehicles without a new catalyst' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '超过耐久性里程而未更换净化装置的车辆中，已立案查处的比例。',
    en: 'Of the vehicles beyond their durability mileage without a new catalyst, the share against which a case was opened.',
  },
  words: ['立案'],
  counts: { zh: '辆车', en: 'vehicles' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'vehicles.durability' }, on: 'caseOn', over: 'stock', until: 'clearedOn' },
    in: { of: { ledger: 'vehicles.durability' }, on: 'exceededOn', over: 'stock', until: 'clearedOn' },
  },
});
