/**
 * What kinds of device there are, by what they watch, not by how they are connected.
 * `stands`: it has a place of its own, so that it can be missed on the map; `network`: its completeness and its gaps are
 * told street by street.
 */
export const DEVICE_KINDS = {
  air_station: { zh: '标准站', en: 'air station', stands: true, network: true },
  'micro-station': { zh: '微型站', en: 'micro-station', stands: true, network: true },
  'voc-station': { zh: 'VOCs高密度站', en: 'VOC station', stands: true, network: true },
  'gas-station': { zh: '加油站油气回收', en: 'gas-station vapour monitor', stands: true, network: false },
  site: { zh: '工地扬尘', en: 'site dust monitor', stands: true, network: false },
  'fume-meter': { zh: '餐饮油烟', en: 'cooking-fume meter', stands: true, network: false },
  'road-run': { zh: '道路走航', en: 'road run', stands: false, network: false },
  'heavy-vehicle': { zh: '重型车终端', en: 'heavy-vehicle terminal', stands: false, network: false },
  'muck-truck': { zh: '渣土车终端', en: 'muck-truck terminal', stands: false, network: false },
  'electric-vehicle': { zh: '新能源车终端', en: 'electric-vehicle terminal', stands: false, network: false },
  other: { zh: '其他', en: 'other', stands: true, network: false },
  unknown: { zh: '未识别', en: 'unknown', stands: false, network: false },
} as const satisfies Record<string, KindRow>;

type KindRow = {
  readonly zh: string;
  readonly en: string;
  readonly stands: boolean;
  readonly network: boolean;
};

export type DeviceKind = keyof typeof DEVICE_KINDS;
export const isDeviceKind = (kind: string): kind is DeviceKind => Object.hasOwn(DEVICE_KINDS, kind);
