import { fromEvidence } from '#engines/indicators';

/** How much of the time the cameras of sites are on line (26.1). */
export const camerasOnline = fromEvidence({
  id: 'dust.cameras-online',
  title: { zh: '工地视频平均在线率', en: 'Cameras on line' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '已接入平台的工地视频近30天在线率的平均值，未接入的不计。',
    en: 'Mean of the last 30 days on line over the cameras on the platform; the others are not in it.',
  },
  words: ['视频在线率'],
  counts: { zh: '路视频', en: 'cameras' },
  how: {
    verb: 'mean',
    of: {
      of: { ledger: 'dust.cameras' },
      on: 'connectedOn',
      until: 'removedOn',
      over: 'stock',
      amount: 'online',
    },
  },
});
