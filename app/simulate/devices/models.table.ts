import type { CrcVariant, Edition } from '#protocols/hj-212';
import type { Air } from '../world/index.ts';
import type { Protocol } from './kinds.table.ts';

/** What only the place of a device has; the catalogue of pollutants has the rest. */
export const LOCAL_QUANTITIES = {
  NOISE: { zh: '噪声', en: 'noise' },
  TANK_PA: { zh: '油罐压力', en: 'tank pressure' },
  LINE_PA: { zh: '管线压力', en: 'line pressure' },
  UNLOADING_G: { zh: '卸油区油气浓度', en: 'vapour at the unloading' },
  TREATED_G: { zh: '处理装置排放浓度', en: 'vapour behind the treatment' },
} as const;
/** What a device can measure. */
export type Quantity = keyof Air | keyof typeof LOCAL_QUANTITIES;

/** One factor of a model: the device's value is the world's times `times`, in the maker's `unit`. */
export type Factor = {
  readonly code: string;
  readonly of: Quantity;
  readonly unit: string;
  readonly times: number;
  readonly decimals: number;
};

type Shared = { readonly zh: string; readonly en: string; readonly factors: readonly Factor[] };
export type Hj212Model = Shared & {
  readonly protocol: 'hj-212';
  readonly edition: Edition;
  readonly st: string;
  readonly crc: CrcVariant;
  /** whether DataTime of minutes and hours names the beginning or the end of the time */
  readonly stamp: 'start' | 'end';
  /** seconds between real-time packets; null: none */
  readonly realtimeSeconds: number | null;
  /** minutes of a minute packet; null: none */
  readonly minutes: number | null;
  readonly hours: boolean;
  /** whether minutes and hours bring Min and Max beside Avg */
  readonly extremes: boolean;
  /** how data asked for are sent: with an own QN and an answer wanted, or under the QN of the request */
  readonly history: 'own-qn' | 'request-qn';
  /** factor codes of its position, for what drives */
  readonly position?: { readonly lon: string; readonly lat: string };
  /** how refuellings are told */
  readonly refuellings?: 'q' | 'i';
};
export type OtherModel = Shared & {
  readonly protocol: Exclude<Protocol, 'hj-212'>;
  readonly edition: string;
  readonly realtimeSeconds: number;
};
export type Model = Hj212Model | OtherModel;

const micrograms = (code: string, of: Quantity, decimals = 0): Factor => ({
  code,
  of,
  unit: 'µg/m³',
  times: 1,
  decimals,
});
const milligrams = (code: string, of: Quantity, times: number): Factor => ({
  code,
  of,
  unit: 'mg/m³',
  times,
  decimals: 3,
});
const [CO, NMHC] = [milligrams('a21005', 'CO', 1), milligrams('a24088', 'NMHC', 1)];
const WEATHER: readonly Factor[] = [
  { code: 'a01001', of: 'TEMP', unit: '°C', times: 1, decimals: 1 },
  { code: 'a01002', of: 'RH', unit: '%', times: 1, decimals: 1 },
  { code: 'a01006', of: 'PRES', unit: 'kPa', times: 0.1, decimals: 2 },
  { code: 'a01007', of: 'WS', unit: 'm/s', times: 1, decimals: 1 },
  { code: 'a01008', of: 'WD', unit: '°', times: 1, decimals: 0 },
];
const PARTICLES = [micrograms('a34004', 'PM25'), micrograms('a34002', 'PM10')];
const DUST = [...PARTICLES, micrograms('a34001', 'TSP')];
const GASES = [micrograms('a21026', 'SO2', 1), micrograms('a21004', 'NO2', 1), CO, micrograms('a05024', 'O3', 1)];
const NOISE: Factor = { code: 'LA', of: 'NOISE', unit: 'dB', times: 1, decimals: 1 };
const PRESSURES: readonly Factor[] = [
  { code: 'q0000-DynbPress', of: 'LINE_PA', unit: 'Pa', times: 1, decimals: 0 },
  { code: 'q0000-TankPress', of: 'TANK_PA', unit: 'Pa', times: 1, decimals: 0 },
  { code: 'q0000-UnloadgasCon', of: 'UNLOADING_G', unit: 'g/m³', times: 1, decimals: 1 },
  { code: 'q0000-DevicegasCon', of: 'TREATED_G', unit: 'g/m³', times: 1, decimals: 1 },
];
const PRESSURE_INFOS: readonly Factor[] = [
  { code: 'i41028', of: 'TANK_PA', unit: 'Pa', times: 1, decimals: 0 },
  { code: 'i41029', of: 'LINE_PA', unit: 'Pa', times: 1, decimals: 0 },
];

const hj212 = {
  protocol: 'hj-212',
  edition: '2017',
  st: '22',
  crc: 'hj212',
  stamp: 'start',
  realtimeSeconds: 60,
  minutes: null,
  hours: true,
  extremes: true,
  history: 'own-qn',
} as const satisfies Partial<Hj212Model>;

/** The makers' tables, as they would come with a device; every maker is made up. */
export const MODELS = {
  'sim-micro-six': {
    ...hj212,
    zh: '模拟厂A 六参数微型站',
    en: 'Sim A, six pollutants',
    minutes: 5,
    factors: [...DUST, ...GASES, ...WEATHER.slice(0, 2), WEATHER[3]!],
  },
  'sim-micro-dust': {
    ...hj212,
    zh: '模拟厂B 颗粒物微型站',
    en: 'Sim B, particles',
    minutes: 10,
    history: 'request-qn',
    factors: [...DUST, ...WEATHER],
  },
  'sim-micro-gas': {
    ...hj212,
    zh: '模拟厂C 气体微型站（结束时标）',
    en: 'Sim C, gases, stamps the end',
    crc: 'modbus-high-byte-first',
    stamp: 'end',
    minutes: 5,
    factors: [...PARTICLES, ...GASES],
  },
  'sim-micro-2005': {
    ...hj212,
    zh: '模拟厂D 2005版微型站',
    en: 'Sim D, edition of 2005',
    edition: '2005',
    extremes: false,
    factors: [...PARTICLES, micrograms('02', 'SO2', 1), micrograms('03', 'NOx', 1), CO],
  },
  'sim-micro-2025': {
    ...hj212,
    zh: '模拟厂E 2025版微型站',
    en: 'Sim E, edition of 2025',
    edition: '2025',
    minutes: 5,
    factors: [...DUST, ...GASES, ...WEATHER.slice(0, 2)],
  },
  'sim-voc': {
    ...hj212,
    zh: '模拟厂F VOCs高密度监测站',
    en: 'Sim F, VOC station',
    st: '27',
    minutes: 5,
    factors: [
      NMHC,
      micrograms('a99054', 'TVOC', 1),
      micrograms('a25002', 'BENZENE', 2),
      micrograms('a25003', 'TOLUENE', 2),
      micrograms('a25005', 'XYLENES', 2),
      ...WEATHER,
    ],
  },
  'sim-vapour-q': {
    ...hj212,
    zh: '模拟厂G 油气回收监测（q编码）',
    en: 'Sim G, vapour recovery, q codes',
    st: '61',
    hours: false,
    extremes: false,
    refuellings: 'q',
    factors: PRESSURES,
  },
  'sim-vapour-i': {
    ...hj212,
    zh: '模拟厂H 油气回收监测（i编码）',
    en: 'Sim H, vapour recovery, i codes',
    st: '31',
    hours: false,
    extremes: false,
    refuellings: 'i',
    factors: PRESSURE_INFOS,
  },
  'sim-dust-a': {
    ...hj212,
    zh: '模拟厂J 扬尘噪声监测',
    en: 'Sim J, dust and noise',
    st: '39',
    minutes: 5,
    factors: [micrograms('a34001', 'TSP'), ...PARTICLES, NOISE, ...WEATHER],
  },
  'sim-dust-b': {
    ...hj212,
    zh: '模拟厂K 扬尘监测（毫克）',
    en: 'Sim K, dust in mg',
    st: '39',
    history: 'request-qn',
    factors: [milligrams('a34001', 'TSP', 0.001), milligrams('a34002', 'PM10', 0.001), NOISE, ...WEATHER.slice(3)],
  },
  'sim-run-a': {
    ...hj212,
    zh: '模拟厂L 走航车',
    en: 'Sim L, road run',
    realtimeSeconds: 10,
    hours: false,
    position: { lon: 'a81002', lat: 'a81001' },
    factors: [...DUST, ...WEATHER.slice(0, 2)],
  },
  'sim-run-l': {
    ...hj212,
    zh: '模拟厂M 出租车走航',
    en: 'Sim M, taxi run',
    realtimeSeconds: 15,
    hours: false,
    position: { lon: 'l01001', lat: 'l01002' },
    factors: PARTICLES,
  },
  'sim-obd-q': {
    zh: '模拟厂N 排放终端（附录Q）',
    en: 'Sim N, annex Q terminal',
    protocol: 'gb-17691',
    edition: '2018',
    realtimeSeconds: 10,
    factors: [],
  },
  'sim-obd-hj1239': {
    zh: '模拟厂P 排放平台转发（HJ 1239.3）',
    en: 'Sim P, HJ 1239.3 platform',
    protocol: 'hj-1239',
    edition: '2021',
    realtimeSeconds: 10,
    factors: [],
  },
  'sim-obd-terminal': {
    zh: '模拟厂W 排放终端（HJ 1239.3）',
    en: 'Sim W, HJ 1239.3 terminal',
    protocol: 'hj-1239',
    edition: '2021-terminal',
    realtimeSeconds: 10,
    factors: [],
  },
  'sim-gps-2013': {
    zh: '模拟厂Q 渣土车终端2013',
    en: 'Sim Q, terminal of 2013',
    protocol: 'jt-808',
    edition: '2013',
    realtimeSeconds: 30,
    factors: [],
  },
  'sim-gps-2019': {
    zh: '模拟厂R 渣土车终端2019',
    en: 'Sim R, terminal of 2019',
    protocol: 'jt-808',
    edition: '2019',
    realtimeSeconds: 30,
    factors: [],
  },
  'sim-ev': {
    zh: '模拟厂S 新能源车终端',
    en: 'Sim S, electric vehicle',
    protocol: 'gb-32960',
    edition: '2016',
    realtimeSeconds: 30,
    factors: [],
  },
  'sim-mqtt': {
    zh: '模拟厂T MQTT微型站',
    en: 'Sim T, MQTT station',
    protocol: 'mqtt',
    edition: 'flat',
    realtimeSeconds: 60,
    factors: [
      micrograms('pm25', 'PM25', 1),
      micrograms('pm10', 'PM10', 1),
      micrograms('no2', 'NO2', 1),
      micrograms('o3', 'O3', 1),
      { code: 'temp', of: 'TEMP', unit: '°C', times: 1, decimals: 1 },
      { code: 'hum', of: 'RH', unit: '%', times: 1, decimals: 1 },
    ],
  },
  'sim-http': {
    zh: '模拟厂U HTTP站',
    en: 'Sim U, HTTP station',
    protocol: 'http',
    edition: 'json',
    realtimeSeconds: 60,
    factors: [micrograms('pm25', 'PM25', 1), micrograms('pm10', 'PM10', 1), micrograms('tsp', 'TSP', 1)],
  },
  'sim-sensorthings': {
    zh: '模拟厂V SensorThings站',
    en: 'Sim V, SensorThings station',
    protocol: 'http',
    edition: 'sensorthings',
    realtimeSeconds: 60,
    factors: [micrograms('PM25', 'PM25', 1), micrograms('PM10', 'PM10', 1)],
  },
} as const satisfies Record<string, Model>;

export type ModelId = keyof typeof MODELS;
export const modelOf = (id: ModelId): Model => MODELS[id];
