import { fromEvidence } from '#engines/indicators';

/** Black stations closed down (8.1). */
export const blackStationsClosed = fromEvidence({
  id: 'voc.black-stations-closed',
  title: { zh: '黑加油站点取缔率', en: 'Black stations closed down' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '当年取缔的黑加油站点、流动油罐车占发现数的比例。',
    en: 'Unlicensed stations and mobile tankers closed down this year, of those found.',
  },
  words: ['黑加油站点'],
  counts: { zh: '起案件', en: 'cases' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'voc.black-stations' }, on: 'closedOn', sameYear: 'foundOn', over: 'year' },
    in: { of: { ledger: 'voc.black-stations' }, on: 'foundOn', over: 'year' },
  },
});
