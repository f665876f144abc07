import type { InspectionKind } from '#engines/inspections';

/** Vapour recovery, on-line monitoring and off-peak unloading of stations (7.1, 7.2). */
export const stationCheck: InspectionKind = {
  id: 'voc.station-check',
  title: { zh: '加油站油气回收检查', en: 'Filling-station check' },
  counts: { zh: '次加油站检查', en: 'station checks' },
  about: {
    zh: '对加油站油气回收装置、在线监控和错峰卸油的检查。',
    en: 'Vapour recovery, on-line monitoring and off-peak unloading of stations.',
  },
  of: { ledgers: ['voc.gas-stations'] },
  mendDays: 7,
  checklist: [
    { id: 'ratio', title: { zh: '气液比合格', en: 'A/L ratio within limits' }, severity: 'serious', basis: 'GB 20952' },
    { id: 'tight', title: { zh: '密闭性合格', en: 'Tight' }, severity: 'serious', basis: 'GB 20952' },
    {
      id: 'resistance',
      title: { zh: '液阻合格', en: 'Line resistance within limits' },
      severity: 'minor',
      basis: 'GB 20952',
    },
    {
      id: 'online',
      title: { zh: '在线监控稳定、数据准确', en: 'On-line system steady and right' },
      severity: 'serious',
    },
    { id: 'unloading', title: { zh: '夏季错峰卸油', en: 'Unloads off peak in summer' }, severity: 'minor' },
    { id: 'notice', title: { zh: '夜间加油优惠公示', en: 'Night discount posted' }, severity: 'minor' },
  ],
};
