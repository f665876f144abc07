import { fromEvidence } from '#engines/indicators';

/** Cameras of sites that are on the platform (26.1). */
export const camerasConnected = fromEvidence({
  id: 'dust.cameras-connected',
  title: { zh: '工地视频接入率', en: 'Site cameras on the platform' },
  unit: '%',
  spokenUnit: { zh: '%', en: '%' },
  better: 'higher',
  decimals: 1,
  scopes: ['district', 'street', 'unit'],
  method: {
    zh: '已接入扬尘视频监管平台的工地视频占已安装视频的比例。',
    en: 'Cameras of sites on the video platform, of those installed.',
  },
  words: ['视频接入率'],
  counts: { zh: '路视频', en: 'cameras' },
  how: {
    verb: 'share',
    of: { of: { ledger: 'dust.cameras' }, on: 'connectedOn', until: 'removedOn', over: 'stock' },
    in: { of: { ledger: 'dust.cameras' }, on: 'installedOn', until: 'removedOn', over: 'stock' },
  },
});
