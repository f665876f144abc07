import { fromEvidence } from '#engines/indicators';

/** Fume meters above the limit whose exceedance was handled (27.5). */
export const exceedancesHandled = fromEvidence({
  id: 'city.exceedances-handled',
  title: { zh: '油烟超标处置率', en: 'Fume exceedances handled' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '近30天有超标的联网监测设备中，超标已处置的比例。',
    en: 'Of the connected meters with hours above the limit in the last 30 days, those whose exceedance was handled.',
  },
  words: ['油烟超标处置'],
  counts: { zh: '台监测设备', en: 'meters' },
  how: {
    verb: 'coverage',
    of: { of: { ledger: 'city.fume-meters' }, on: 'handledOn', over: 'stock' },
    by: 'number',
    in: {
      of: { ledger: 'city.fume-meters' },
      on: 'connectedOn',
      until: 'removedOn',
      over: 'stock',
      where: [{ column: 'exceedances', is: 'more', than: 0 }],
    },
  },
});
