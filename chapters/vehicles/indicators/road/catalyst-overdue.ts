import { fromEvidence } from '#engines/indicators';

/** Vehicles in trade that are beyond their durability mileage without a new catalyst. */
export const catalystOverdue = fromEvidence({
  id: 'vehicles.catalyst-overdue',
  title: { zh: '超耐久里程未更换净化装置车辆', en: 'Vehicles beyond durability mileage without a new catalyst' },
  unit: '辆',
  spokenUnit: { zh: '辆', en: 'vehicles' },
  better: 'lower',
  decimals: 0,
  scopes: ['district', 'unit'],
  method: {
    zh: '行驶里程超过环保耐久性里程、既未更换尾气净化装置也未退出营运的出租、租赁、教练和营运轻型汽油车。',
    en: 'Light petrol vehicles in trade beyond their durability mileage that have neither a new catalyst nor left the trade.',
  },
  words: ['净化装置'],
  counts: { zh: '辆车', en: 'vehicles' },
  how: {
    verb: 'count',
    of: { of: { ledger: 'vehicles.durability' }, on: 'exceededOn', over: 'stock', until: 'clearedOn' },
  },
});
