import { fromEvidence } from '#engines/indicators';

/** Clean-heating devices serviced before the heating season (21.1). */
export const devicesServiced = fromEvidence({
  id: 'energy.devices-serviced',
  title: { zh: '清洁取暖设备检修率', en: 'Devices serviced before the season' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street'],
  method: {
    zh: '当年供暖季前完成检修的清洁取暖设备占在用设备的比例。',
    en: 'Devices serviced this year before the season, of all in use.',
  },
  words: ['清洁取暖检修'],
  counts: { zh: '台设备', en: 'devices' },
  how: {
    verb: 'coverage',
    of: { of: { ledger: 'energy.clean-heating' }, on: 'servicedOn', over: 'year' },
    by: 'number',
    in: { of: { ledger: 'energy.clean-heating' }, on: 'installedOn', over: 'stock', until: 'removedOn' },
  },
});
