import type { Protocol } from './kinds.table.ts';

/** Where a fault sits: in the bytes of a frame, in the values, in the clock, or in the delivery. */
export type FaultPart = 'frame' | 'value' | 'clock' | 'delivery';
export type FaultRow = {
  readonly part: FaultPart;
  readonly zh: string;
  readonly en: string;
  /** how often among the faults */
  readonly weight: number;
  readonly protocols?: readonly Protocol[];
};

const ONLY_HJ212 = ['hj-212'] as const;
const frame = { part: 'frame', protocols: ONLY_HJ212 } as const;
const MEASURING = ['hj-212', 'mqtt', 'http'] as const;
const value = { part: 'value', protocols: MEASURING } as const;

/** What devices in the field do wrong. Each was seen (frames: DEVIATIONS of HJ 212) or is what quality control looks for. */
export const FAULTS = {
  'crc-modbus': { ...frame, weight: 3, zh: '校验算法为 MODBUS', en: 'checksum of MODBUS' },
  'crc-modbus-swapped': {
    ...frame,
    weight: 2,
    zh: '校验算法为 MODBUS，低字节在前',
    en: 'checksum of MODBUS, low byte first',
  },
  'crc-lower-case': { ...frame, weight: 2, zh: '校验码小写', en: 'checksum in lower case' },
  'crc-constant': { ...frame, weight: 1, zh: '校验码恒为 FFFF', en: 'checksum always FFFF' },
  'qn-missing': { ...frame, weight: 2, zh: '缺少 QN', en: 'no QN' },
  'flags-lower-case': { ...frame, weight: 2, zh: '数据标记小写', en: 'data flags in lower case' },
  'names-upper-case': { ...frame, weight: 2, zh: '因子名大写', en: 'factor names in upper case' },
  'length-wrong': { ...frame, weight: 2, zh: '声明长度错误', en: 'declared length wrong' },
  'trailing-bytes': { ...frame, weight: 2, zh: '校验码后有多余字节', en: 'bytes after the checksum' },
  'trailing-semicolon': { ...frame, weight: 2, zh: '数据区末尾多分号', en: 'semicolon at the end of the area' },
  stars: { ...frame, weight: 1, zh: '包尾为 **', en: '** instead of CRLF' },
  stuck: { ...value, weight: 5, zh: '数值卡死', en: 'values stand still for hours' },
  spikes: { ...value, weight: 5, zh: '毛刺', en: 'single values far too high' },
  drift: { ...value, weight: 5, zh: '漂移', en: 'sensitivity drifts by 1 % a day' },
  dead: { ...value, weight: 2, zh: '传感器失效', en: 'values near zero whatever the air' },
  noisy: { ...value, weight: 2, zh: '噪声过大', en: 'values scatter by a third' },
  'clock-minutes': { part: 'clock', weight: 4, zh: '时钟偏差数分钟', en: 'clock some minutes off' },
  'clock-hours': { part: 'clock', weight: 2, zh: '时钟偏差数小时', en: 'clock some hours off' },
  'stamp-end': {
    part: 'clock',
    weight: 3,
    protocols: ONLY_HJ212,
    zh: '时标为时段结束',
    en: 'stamps the end though its model says the start',
  },
  duplicates: { part: 'delivery', weight: 4, zh: '重复上报', en: 'sends packets twice' },
  'out-of-order': { part: 'delivery', weight: 3, zh: '乱序上报', en: 'sends packets out of order' },
  silence: { part: 'delivery', weight: 4, zh: '断线后补传', en: 'silent for a while, then all at once' },
  'slow-sender': {
    part: 'delivery',
    weight: 3,
    protocols: ['hj-212', 'jt-808', 'gb-17691', 'hj-1239', 'gb-32960'],
    zh: '慢速发送',
    en: 'sends a few bytes at a time',
  },
} as const satisfies Record<string, FaultRow>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];
