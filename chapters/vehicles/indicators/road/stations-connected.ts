import { fromEvidence } from '#engines/indicators';

/** Of the repair stations in business, the share that is connected. */
export const stationsConnected = fromEvidence({
  id: 'vehicles.stations-connected',
  title: { zh: '维修站联网率', en: 'Repair stations connected' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '在营排放维修站中与交通部门联网且没有断网的比例。',
    en: 'Of the emission repair stations in business, the share that is connected to the transport authority.',
  },
  words: ['联网率'],
  counts: { zh: '家维修站', en: 'stations' },
  how: {
    verb: 'share',
    of: {
      of: { ledger: 'vehicles.repair-stations' },
      on: 'connectedOn',
      over: 'stock',
      until: ['disconnectedOn', 'closedOn'],
    },
    in: { of: { ledger: 'vehicles.repair-stations' }, on: 'filedOn', over: 'stock', until: 'closedOn' },
  },
});
