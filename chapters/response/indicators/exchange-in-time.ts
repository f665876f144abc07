import { fromEvidence } from '#engines/indicators';

/** Files of the regional exchange that went in time (30.1). */
export const exchangeInTime = fromEvidence({
  id: 'response.exchange-in-time',
  title: { zh: '区域信息交换按期率', en: 'Exchange files in time' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'unit'],
  method: {
    zh: '当年应交换文件中按期交换的比例。',
    en: 'Of the files due this year, those exchanged in time.',
  },
  words: ['信息交换'],
  counts: { zh: '份文件', en: 'files' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'response.exchange-files' },
      on: 'dueOn',
      over: 'year',
      where: [{ column: 'inTime', is: 'equal', than: 'yes' }],
    },
    in: { of: { ledger: 'response.exchange-files' }, on: 'dueOn', over: 'year' },
  },
});
