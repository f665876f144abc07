export type Protocol = 'hj-212' | 'gb-17691' | 'hj-1239' | 'gb-32960' | 'jt-808' | 'mqtt' | 'http';

type KindRow = {
  readonly zh: string;
  readonly en: string;
  /** models of the kind and how many of a hundred devices are of each */
  readonly models: readonly (readonly [model: string, share: number])[];
  /** where devices of the kind stand; those that drive have no place */
  readonly stands: 'street' | 'source' | 'drives';
  /** the kind that the register has it as, where that is another one */
  readonly registered?: string;
};

/** The kinds of simulated device. `--devices micro-station=120,muck-truck=20`. */
export const KINDS = {
  'micro-station': {
    zh: '微型站',
    en: 'micro-station',
    models: [
      ['sim-micro-six', 45],
      ['sim-micro-dust', 30],
      ['sim-micro-gas', 10],
      ['sim-micro-2005', 7],
      ['sim-micro-2025', 8],
    ],
    stands: 'street',
  },
  'voc-station': { zh: 'VOCs高密度监测站', en: 'VOC station', models: [['sim-voc', 100]], stands: 'street' },
  'gas-station': {
    zh: '加油站油气回收在线监测',
    en: 'gas station',
    models: [
      ['sim-vapour-q', 70],
      ['sim-vapour-i', 30],
    ],
    stands: 'source',
  },
  site: {
    zh: '工地扬尘监测',
    en: 'construction site',
    models: [
      ['sim-dust-a', 60],
      ['sim-dust-b', 40],
    ],
    stands: 'source',
  },
  'road-run': {
    zh: '道路走航',
    en: 'road run',
    models: [
      ['sim-run-a', 60],
      ['sim-run-l', 40],
    ],
    stands: 'drives',
  },
  'heavy-vehicle': {
    zh: '重型车远程排放终端',
    en: 'heavy vehicle',
    models: [
      ['sim-obd-q', 50],
      ['sim-obd-hj1239', 35],
      ['sim-obd-terminal', 15],
    ],
    stands: 'drives',
  },
  'muck-truck': {
    zh: '渣土车卫星定位终端',
    en: 'muck truck',
    models: [
      ['sim-gps-2013', 60],
      ['sim-gps-2019', 40],
    ],
    stands: 'drives',
  },
  'electric-vehicle': { zh: '新能源车终端', en: 'electric vehicle', models: [['sim-ev', 100]], stands: 'drives' },
  'mqtt-station': {
    zh: 'MQTT微型站',
    en: 'MQTT micro-station',
    models: [['sim-mqtt', 100]],
    stands: 'street',
    registered: 'micro-station',
  },
  'http-station': {
    zh: 'HTTP批量上报站',
    en: 'HTTP station',
    models: [['sim-http', 100]],
    stands: 'street',
    registered: 'micro-station',
  },
  'sensorthings-station': {
    zh: 'SensorThings站',
    en: 'SensorThings station',
    models: [['sim-sensorthings', 100]],
    stands: 'street',
    registered: 'micro-station',
  },
} as const satisfies Record<string, KindRow>;

export type DeviceKind = keyof typeof KINDS;
export const DEVICE_KINDS = Object.keys(KINDS) as readonly DeviceKind[];
