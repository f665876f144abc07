import type { Edition } from './editions.table.ts';

type Label = { readonly zh: string; readonly en: string };
type Coded = Label & { readonly editions: readonly Edition[]; readonly citation: string };

const ALL = ['2005', '2017', '2025'] as const;
const SINCE_2017 = ['2017', '2025'] as const;
const T5 = 'HJ 212-2017 table 5';

/** ST: what kind of system speaks. Field devices often send a wrong one (22 for dust); the device register decides. */
export const SYSTEMS = {
  '21': { zh: '地表水质量监测', en: 'surface water', editions: ALL, citation: T5 },
  '22': { zh: '空气质量监测', en: 'ambient air', editions: ALL, citation: T5 },
  '23': { zh: '声环境质量监测', en: 'noise of the surroundings', editions: ALL, citation: T5 },
  '24': { zh: '地下水质量监测', en: 'ground water', editions: ALL, citation: T5 },
  '25': { zh: '土壤质量监测', en: 'soil', editions: ALL, citation: T5 },
  '26': { zh: '海水质量监测', en: 'sea water', editions: ALL, citation: T5 },
  '27': { zh: '挥发性有机物监测', en: 'volatile organic compounds', editions: SINCE_2017, citation: T5 },
  '31': { zh: '大气环境污染源', en: 'air pollution source', editions: ALL, citation: T5 },
  '32': { zh: '地表水体环境污染源', en: 'water pollution source', editions: ALL, citation: T5 },
  '33': { zh: '地下水体环境污染源', en: 'ground water source', editions: ALL, citation: T5 },
  '34': { zh: '海洋环境污染源', en: 'sea water source', editions: ALL, citation: T5 },
  '35': { zh: '土壤环境污染源', en: 'soil source', editions: ALL, citation: T5 },
  '36': { zh: '声环境污染源', en: 'noise source', editions: ALL, citation: T5 },
  '37': { zh: '振动环境污染源', en: 'vibration source', editions: ALL, citation: T5 },
  '38': { zh: '放射性环境污染源', en: 'radiation source', editions: ALL, citation: T5 },
  '39': { zh: '工地扬尘污染源', en: 'dust of a construction site', editions: SINCE_2017, citation: T5 },
  '41': { zh: '电磁环境污染源', en: 'electromagnetic source', editions: ALL, citation: T5 },
  '44': {
    zh: '用电监控',
    en: 'use of electricity',
    editions: ['2025'],
    citation: 'HJ 212-2025, as implementers quote it',
  },
  '45': {
    zh: '重点工况监控',
    en: 'key conditions of production',
    editions: ['2025'],
    citation: 'HJ 212-2025, as implementers quote it',
  },
  '51': { zh: '烟气排放过程监控', en: 'process of flue gas', editions: SINCE_2017, citation: T5 },
  '52': { zh: '污水排放过程监控', en: 'process of waste water', editions: SINCE_2017, citation: T5 },
  '91': { zh: '系统交互', en: 'exchange between systems', editions: ALL, citation: T5 },
} as const satisfies Record<string, Coded>;

/** What a data flag says about its value. */
export type FlagMeaning =
  | 'normal'
  | 'stopped'
  | 'maintenance'
  | 'set-by-hand'
  | 'fault'
  | 'calibrating'
  | 'over-range'
  | 'no-contact'
  | 'power-loss'
  | 'invalid';

type FlagRow = Label & { readonly meaning: FlagMeaning };
const FLAGS_2017 = {
  N: { meaning: 'normal', zh: '在线监控（监测）仪器仪表工作正常', en: 'the instrument works normally' },
  F: { meaning: 'stopped', zh: '仪器仪表停运', en: 'the instrument is stopped' },
  M: { meaning: 'maintenance', zh: '仪器仪表处于维护期间产生的数据', en: 'value of a time of maintenance' },
  S: { meaning: 'set-by-hand', zh: '手工输入的设定值', en: 'value set by hand' },
  D: { meaning: 'fault', zh: '仪器仪表故障', en: 'the instrument has a fault' },
  C: { meaning: 'calibrating', zh: '仪器仪表处于校准状态', en: 'the instrument is being calibrated' },
  T: { meaning: 'over-range', zh: '仪器仪表采样数值超过测量上限', en: 'value above the range' },
  B: { meaning: 'no-contact', zh: '仪器仪表与数采仪通讯异常', en: 'no contact between instrument and logger' },
} as const satisfies Record<string, FlagRow>;

/**
 * Letters of the item x-Flag by edition (2017 table 8). 2005 has P for loss of power and no B, and digits for air
 * stations; the words of its digits are given from memory, confidence L. 2025 is read like 2017.
 */
export const DATA_FLAGS: Readonly<Record<Edition, Readonly<Record<string, FlagRow>>>> = {
  '2005': {
    P: { meaning: 'power-loss', zh: '电源故障', en: 'loss of power' },
    F: { meaning: 'stopped', zh: '排放源停运', en: 'the source is stopped' },
    C: { meaning: 'calibrating', zh: '校验', en: 'calibrating' },
    M: { meaning: 'maintenance', zh: '维护', en: 'maintenance' },
    T: { meaning: 'over-range', zh: '超测上限', en: 'above the range' },
    D: { meaning: 'fault', zh: '故障', en: 'fault' },
    S: { meaning: 'set-by-hand', zh: '设定值', en: 'value set by hand' },
    N: { meaning: 'normal', zh: '正常', en: 'normal' },
    '0': { meaning: 'calibrating', zh: '空气站：校准数据', en: 'air station: calibration' },
    '1': { meaning: 'normal', zh: '空气站：气象参数', en: 'air station: weather quantity' },
    '2': { meaning: 'invalid', zh: '空气站：异常数据', en: 'air station: abnormal' },
    '3': { meaning: 'normal', zh: '空气站：正常数据', en: 'air station: normal' },
  },
  '2017': FLAGS_2017,
  '2025': FLAGS_2017,
};

/** QnRtn of 9011 (2017 table 7): how the device takes a request. */
export const REQUEST_RETURNS = {
  '1': { zh: '准备执行请求', en: 'ready to carry it out' },
  '2': { zh: '请求被拒绝', en: 'refused' },
  '3': { zh: 'PW 错误', en: 'wrong password' },
  '4': { zh: 'MN 错误', en: 'wrong MN' },
  '5': { zh: 'ST 错误', en: 'wrong ST' },
  '6': { zh: 'Flag 错误', en: 'wrong Flag' },
  '7': { zh: 'QN 错误', en: 'wrong QN' },
  '8': { zh: 'CN 错误', en: 'wrong CN' },
  '9': { zh: 'CRC 校验错误', en: 'wrong checksum' },
  '100': { zh: '未知错误', en: 'unknown error' },
} as const satisfies Record<string, Label>;

/** ExeRtn of 9012 (2017 table 6): how a request ended. */
export const RESULT_RETURNS = {
  '1': { zh: '执行成功', en: 'done' },
  '2': { zh: '执行失败，但不知道原因', en: 'failed, cause unknown' },
  '3': { zh: '命令请求条件错误', en: 'conditions of the request are wrong' },
  '4': { zh: '通讯超时', en: 'time-out of communication' },
  '5': { zh: '系统繁忙不能执行', en: 'busy' },
  '6': { zh: '系统故障', en: 'fault of the system' },
  '100': { zh: '没有数据', en: 'no data' },
} as const satisfies Record<string, Label>;

/** What an item's suffix says (2017 table 9 and annex C). `Zs` in front: converted to the reference oxygen content. */
export const SUFFIXES = {
  Rtd: { zh: '实时值', en: 'value of the moment' },
  ZsRtd: { zh: '折算实时值', en: 'converted value of the moment' },
  Min: { zh: '最小值', en: 'least value of the period' },
  ZsMin: { zh: '折算最小值', en: 'converted least value' },
  Avg: { zh: '平均值', en: 'mean of the period' },
  ZsAvg: { zh: '折算平均值', en: 'converted mean' },
  Max: { zh: '最大值', en: 'greatest value of the period' },
  ZsMax: { zh: '折算最大值', en: 'converted greatest value' },
  Cou: { zh: '累计值', en: 'total of the period' },
  Flag: { zh: '数据标记', en: 'data flag' },
  EFlag: { zh: '设备扩充标记', en: "maker's flag, four characters" },
  SampleTime: { zh: '采样时间', en: 'time of the sample' },
  Data: { zh: '噪声数据', en: 'noise value' },
  DayData: { zh: '昼间数据', en: 'value of the day' },
  NightData: { zh: '夜间数据', en: 'value of the night' },
  RS: { zh: '设备运行状态', en: 'state of a facility' },
  RT: { zh: '设备运行时间', en: 'hours that a facility ran' },
  SN: { zh: '设备唯一标识', en: 'identity of an instrument' },
  Info: { zh: '现场端信息', en: 'log, state or parameter' },
} as const satisfies Record<string, Label>;

/** SBn-RS (2017 table 9, CN 2021): what a facility does. */
export const FACILITY_STATES = {
  '0': { zh: '关闭', en: 'off' },
  '1': { zh: '运行', en: 'on' },
  '2': { zh: '校准', en: 'calibrating' },
  '3': { zh: '维护', en: 'maintenance' },
  '4': { zh: '报警', en: 'alarm' },
  '5': { zh: '反吹', en: 'back-flush' },
} as const satisfies Record<string, Label>;
