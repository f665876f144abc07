import { fromEvidence } from '#engines/indicators';

/** How much of the time fume meters are on line (27.5). */
export const fumeMetersOnline = fromEvidence({
  id: 'city.fume-meters-online',
  title: { zh: '油烟在线监测平均在线率', en: 'Fume meters on line' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '已联网的油烟在线监测设备近30天在线率的平均值。',
    en: 'Mean of the last 30 days on line over the connected fume meters.',
  },
  words: ['油烟在线监测'],
  counts: { zh: '台监测设备', en: 'meters' },
  how: {
    verb: 'mean',
    of: {
      of: { ledger: 'city.fume-meters' },
      on: 'connectedOn',
      until: 'removedOn',
      over: 'stock',
      amount: 'online',
    },
  },
});
