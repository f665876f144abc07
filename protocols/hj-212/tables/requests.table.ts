import type { CommandCode } from './commands.table.ts';

/** A value that a request carries. `time` is 14 digits; `whole` a whole number between bounds; `choice` one of a list. */
export type RequestItem = { readonly item: string; readonly optional?: true } & (
  | { readonly kind: 'time' }
  | { readonly kind: 'text'; readonly length?: number }
  | { readonly kind: 'whole'; readonly from: number; readonly to: number; readonly unit: string }
  | { readonly kind: 'choice'; readonly of: readonly number[]; readonly unit: string }
);
type RequestRow = {
  readonly cn: CommandCode;
  readonly zh: string;
  readonly en: string;
  readonly items: readonly RequestItem[];
  readonly citation: string;
};

const HISTORY = [
  { item: 'BeginTime', kind: 'time' },
  { item: 'EndTime', kind: 'time' },
] as const;
const POL_ID = { item: 'PolId', kind: 'text', optional: true } as const;

/** What a platform can ask a device, with the values that the standard allows. */
export const REQUESTS = {
  'set-timeouts': {
    cn: '1000',
    zh: '设置超时时间及重发次数',
    en: 'set time-out and repeats',
    items: [
      { item: 'OverTime', kind: 'whole', from: 1, to: 99, unit: 's' },
      { item: 'ReCount', kind: 'whole', from: 1, to: 99, unit: '' },
    ],
    citation: 'HJ 212-2017 table C.1',
  },
  // what a device of 2025 is given; items as implementers quote them (confidence M)
  'set-mn': {
    cn: '1002',
    zh: '设置数采仪 MN 编码',
    en: 'give the device its MN',
    items: [{ item: 'MN', kind: 'text', length: 24 }],
    citation: 'HJ 212-2025, as implementers quote it',
  },
  'set-key': {
    cn: '1014',
    zh: '下发新的 SM4 密钥',
    en: 'give a new SM4 key',
    items: [
      { item: 'SKCreateTime', kind: 'time' },
      { item: 'NewSK', kind: 'text', length: 32 },
    ],
    citation: 'HJ 212-2025, as implementers quote it; the key as 32 hex digits by inference',
  },
  'read-clock': {
    cn: '1011',
    zh: '提取现场机时间',
    en: 'read the clock',
    items: [POL_ID],
    citation: 'HJ 212-2017 table C.2',
  },
  'set-clock': {
    cn: '1012',
    zh: '设置现场机时间',
    en: 'set the clock',
    items: [POL_ID, { item: 'SystemTime', kind: 'time' }],
    citation: 'HJ 212-2017 table C.3',
  },
  'read-realtime-interval': {
    cn: '1061',
    zh: '提取实时数据间隔',
    en: 'read the interval of real-time data',
    items: [],
    citation: 'HJ 212-2017 table C.5',
  },
  'set-realtime-interval': {
    cn: '1062',
    zh: '设置实时数据间隔',
    en: 'set the interval of real-time data',
    items: [{ item: 'RtdInterval', kind: 'whole', from: 30, to: 3600, unit: 's' }],
    citation: 'HJ 212-2017 table C.6',
  },
  'read-minute-interval': {
    cn: '1063',
    zh: '提取分钟数据间隔',
    en: 'read the interval of minute data',
    items: [],
    citation: 'HJ 212-2017 table C.7',
  },
  'set-minute-interval': {
    cn: '1064',
    zh: '设置分钟数据间隔',
    en: 'set the interval of minute data',
    items: [{ item: 'MinInterval', kind: 'choice', of: [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30], unit: 'min' }],
    citation: 'HJ 212-2017 table C.8',
  },
  'set-password': {
    cn: '1072',
    zh: '设置现场机访问密码',
    en: 'change the password',
    items: [{ item: 'NewPW', kind: 'text', length: 6 }],
    citation: 'HJ 212-2017 table C.9',
  },
  'start-realtime': {
    cn: '2011',
    zh: '取污染物实时数据',
    en: 'send real-time data',
    items: [],
    citation: 'HJ 212-2017 table C.10',
  },
  'stop-realtime': {
    cn: '2012',
    zh: '停止察看污染物实时数据',
    en: 'stop real-time data',
    items: [],
    citation: 'HJ 212-2017 table C.11',
  },
  'start-state': {
    cn: '2021',
    zh: '取设备运行状态数据',
    en: 'send the state of facilities',
    items: [],
    citation: 'HJ 212-2017 table C.12',
  },
  'stop-state': {
    cn: '2022',
    zh: '停止察看设备运行状态',
    en: 'stop the state of facilities',
    items: [],
    citation: 'HJ 212-2017 table C.13',
  },
  'day-history': {
    cn: '2031',
    zh: '取污染物日历史数据',
    en: 'day data of a time',
    items: HISTORY,
    citation: 'HJ 212-2017 table C.15',
  },
  'minute-history': {
    cn: '2051',
    zh: '取污染物分钟历史数据',
    en: 'minute data of a time',
    items: HISTORY,
    citation: 'HJ 212-2017 table C.20',
  },
  'hour-history': {
    cn: '2061',
    zh: '取污染物小时历史数据',
    en: 'hour data of a time',
    items: HISTORY,
    citation: 'HJ 212-2017 table C.22',
  },
  calibrate: {
    cn: '3011',
    zh: '零点校准、量程校准',
    en: 'zero and span calibration',
    items: [{ item: 'PolId', kind: 'text' }],
    citation: 'HJ 212-2017 table C.30',
  },
  'read-identity': {
    cn: '3019',
    zh: '提取设备唯一标识',
    en: 'identity of an instrument',
    items: [{ item: 'PolId', kind: 'text' }],
    citation: 'HJ 212-2017 table C.38',
  },
  'read-info': {
    cn: '3020',
    zh: '提取现场机信息',
    en: 'log, state or parameter of the device',
    items: [
      { item: 'PolId', kind: 'text' },
      { item: 'InfoId', kind: 'text' },
      ...HISTORY.map((h) => ({ ...h, optional: true as const })),
    ],
    citation: 'HJ 212-2017 tables C.41–C.45',
  },
} as const satisfies Record<string, RequestRow>;

export type RequestName = keyof typeof REQUESTS;

/** How long an answer is waited for and how often a request is repeated until a device says otherwise (2017 §6.1). */
export const WAITING = {
  overTimeSeconds: 10,
  reCount: 3,
  citation: 'HJ 212-2017 §6.1; 5 s and 3 repeats on ADSL lines',
} as const;
