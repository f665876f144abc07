import type { Edition } from './editions.table.ts';

/** P: the platform sends it; D: the device. A request is answered 9011, data, 9012; an upload 9014; a notice 9013. */
export type CommandUse = { readonly by: 'P' | 'D'; readonly as: 'request' | 'upload' | 'notice' | 'answer' };
export type CommandRow = {
  readonly zh: string;
  readonly en: string;
  readonly uses: readonly CommandUse[];
  /** items of the data area; `x` stands for a factor code, `n` for a number */
  readonly items: readonly string[];
  readonly editions: readonly Edition[];
  /** data that the request extracts come with its own CN between 9011 and 9012 */
  readonly extracts?: true;
  readonly citation: string;
};

const P = 'P' as const;
const D = 'D' as const;
const REQUEST = { by: P, as: 'request' } as const;
const UPLOAD = { by: D, as: 'upload' } as const;
const STOP = { by: P, as: 'notice' } as const;
const OLD = ['2005'] as const;
const NEW = ['2025'] as const;
const SINCE_2017 = ['2017', '2025'] as const;
const ALL = ['2005', '2017', '2025'] as const;
const T9 = 'HJ 212-2017 table 9';
const T2005 = 'HJ/T 212-2005 table 8';
const N2025 = 'HJ 212-2025, as implementers quote it';
const PERIOD = ['DataTime', 'x-Cou', 'x-Min', 'x-Avg', 'x-Max', 'x-ZsMin', 'x-ZsAvg', 'x-ZsMax', 'x-Flag'] as const;
const HISTORY = ['BeginTime', 'EndTime'] as const;

/** Command codes of all editions. Editions of 2025 rows and their items: confidence M, the full text was not at hand. */
export const COMMANDS = {
  '1000': {
    zh: '设置超时时间及重发次数',
    en: 'set time-out and repeats',
    uses: [REQUEST],
    items: ['OverTime', 'ReCount'],
    editions: ALL,
    citation: `${T9}, C.1`,
  },
  '1001': {
    zh: '设置超限报警时间（2005）；上传数采仪硬件序号（2025）',
    en: 'set alarm time (2005); hardware numbers of the logger (2025)',
    uses: [{ by: P, as: 'request' }, UPLOAD],
    items: ['WarnTime', 'i23005-Info', 'i23006-Info', 'i23007-Info', 'i23008-Info'],
    editions: ['2005', '2025'],
    citation: `${T2005}; ${N2025}`,
  },
  '1002': {
    zh: '设置数采仪 MN 编码',
    en: 'give the device its MN',
    uses: [REQUEST],
    items: ['i23005-Info', 'MN'],
    editions: NEW,
    citation: N2025,
  },
  '1011': {
    zh: '提取／上传现场机时间',
    en: 'read the clock',
    uses: [REQUEST, UPLOAD],
    items: ['PolId', 'SystemTime'],
    editions: ALL,
    extracts: true,
    citation: `${T9}, C.2`,
  },
  '1012': {
    zh: '设置现场机时间',
    en: 'set the clock',
    uses: [REQUEST],
    items: ['PolId', 'SystemTime'],
    editions: ALL,
    citation: `${T9}, C.3`,
  },
  '1013': {
    zh: '现场机时间校准请求',
    en: 'device asks to have its clock set',
    uses: [{ by: D, as: 'notice' }],
    items: ['PolId'],
    editions: SINCE_2017,
    citation: `${T9}, C.4`,
  },
  '1014': {
    zh: '获取／下发新密钥',
    en: 'new SM4 key',
    uses: [REQUEST, { by: D, as: 'request' }],
    items: ['SKCreateTime', 'NewSK'],
    editions: NEW,
    citation: N2025,
  },
  '1021': {
    zh: '提取／上传污染物报警门限值',
    en: 'read alarm limits',
    uses: [REQUEST, UPLOAD],
    items: ['PolId', 'x-LowValue', 'x-UpValue'],
    editions: OLD,
    extracts: true,
    citation: T2005,
  },
  '1022': {
    zh: '设置污染物报警门限值',
    en: 'set alarm limits',
    uses: [REQUEST],
    items: ['PolId', 'x-LowValue', 'x-UpValue'],
    editions: OLD,
    citation: T2005,
  },
  '1031': {
    zh: '提取／上传上位机地址',
    en: 'read the address of the platform',
    uses: [REQUEST, UPLOAD],
    items: ['AlarmTarget'],
    editions: OLD,
    extracts: true,
    citation: T2005,
  },
  '1032': {
    zh: '设置上位机地址',
    en: 'set the address of the platform',
    uses: [REQUEST],
    items: ['AlarmTarget'],
    editions: OLD,
    citation: T2005,
  },
  '1041': {
    zh: '提取／上传日数据上报时间',
    en: 'read the report time',
    uses: [REQUEST, UPLOAD],
    items: ['ReportTime'],
    editions: OLD,
    extracts: true,
    citation: T2005,
  },
  '1042': {
    zh: '设置日数据上报时间',
    en: 'set the report time',
    uses: [REQUEST],
    items: ['ReportTime'],
    editions: OLD,
    citation: T2005,
  },
  '1061': {
    zh: '提取／上传实时数据间隔',
    en: 'read the interval of real-time data',
    uses: [REQUEST, UPLOAD],
    items: ['RtdInterval'],
    editions: ALL,
    extracts: true,
    citation: `${T9}, C.5`,
  },
  '1062': {
    zh: '设置实时数据间隔',
    en: 'set the interval of real-time data',
    uses: [REQUEST],
    items: ['RtdInterval'],
    editions: ALL,
    citation: `${T9}, C.6`,
  },
  '1063': {
    zh: '提取／上传分钟数据间隔',
    en: 'read the interval of minute data',
    uses: [REQUEST, UPLOAD],
    items: ['MinInterval'],
    editions: SINCE_2017,
    extracts: true,
    citation: `${T9}, C.7`,
  },
  '1064': {
    zh: '设置分钟数据间隔',
    en: 'set the interval of minute data',
    uses: [REQUEST],
    items: ['MinInterval'],
    editions: SINCE_2017,
    citation: `${T9}, C.8`,
  },
  '1072': {
    zh: '设置现场机访问密码',
    en: 'change the password',
    uses: [REQUEST],
    items: ['NewPW'],
    editions: ALL,
    citation: `${T9}, C.9`,
  },
  '2011': {
    zh: '污染物实时数据',
    en: 'real-time data',
    uses: [REQUEST, UPLOAD],
    items: ['DataTime', 'x-SampleTime', 'x-Rtd', 'x-ZsRtd', 'x-Flag', 'x-EFlag'],
    editions: ALL,
    extracts: true,
    citation: `${T9}, C.10`,
  },
  '2012': {
    zh: '停止察看污染物实时数据',
    en: 'stop real-time data',
    uses: [STOP],
    items: [],
    editions: ALL,
    citation: `${T9}, C.11`,
  },
  '2013': {
    zh: '原始监测数据',
    en: 'raw data of an analysis',
    uses: [REQUEST, UPLOAD],
    items: ['DataTime', 'SampleTime', 'CompleteTime', 'SampleType', 'x-Rtd', 'x-Flag'],
    editions: NEW,
    extracts: true,
    citation: N2025,
  },
  '2021': {
    zh: '设备运行状态数据',
    en: 'state of facilities',
    uses: [REQUEST, UPLOAD],
    items: ['DataTime', 'SBn-RS'],
    editions: ALL,
    extracts: true,
    citation: `${T9}, C.12`,
  },
  '2022': {
    zh: '停止察看设备运行状态',
    en: 'stop the state of facilities',
    uses: [STOP],
    items: [],
    editions: ALL,
    citation: `${T9}, C.13`,
  },
  '2031': {
    zh: '污染物日历史数据',
    en: 'day data',
    uses: [REQUEST, UPLOAD],
    items: [...HISTORY, ...PERIOD, 'Ldn-Data', 'x-DayData', 'x-NightData'],
    editions: ALL,
    extracts: true,
    citation: `${T9}, C.15`,
  },
  '2041': {
    zh: '设备运行时间日历史数据',
    en: 'hours that facilities ran, by day',
    uses: [REQUEST, UPLOAD],
    items: [...HISTORY, 'DataTime', 'SBn-RT'],
    editions: ALL,
    extracts: true,
    citation: `${T9}, C.18`,
  },
  '2051': {
    zh: '污染物分钟数据',
    en: 'minute data',
    uses: [REQUEST, UPLOAD],
    items: [...HISTORY, ...PERIOD],
    editions: ALL,
    extracts: true,
    citation: `${T9}, C.20`,
  },
  '2052': {
    zh: '噪声单次测量数据',
    en: 'single measurement of noise',
    uses: [REQUEST, UPLOAD],
    items: ['DataTime', 'x-Data'],
    editions: NEW,
    extracts: true,
    citation: N2025,
  },
  '2061': {
    zh: '污染物小时数据',
    en: 'hour data',
    uses: [REQUEST, UPLOAD],
    items: [...HISTORY, ...PERIOD],
    editions: ALL,
    extracts: true,
    citation: `${T9}, C.22`,
  },
  '2062': {
    zh: '自动标样核查、校准数据',
    en: 'automatic check with a standard',
    uses: [REQUEST, UPLOAD],
    items: ['DataTime', 'x-SampleRd', 'x-StandardValue', 'x-ResultType'],
    editions: NEW,
    extracts: true,
    citation: N2025,
  },
  '2071': {
    zh: '污染物报警记录',
    en: 'alarm log',
    uses: [REQUEST, UPLOAD],
    items: [...HISTORY, 'DataTime', 'x-Ala'],
    editions: OLD,
    extracts: true,
    citation: T2005,
  },
  '2072': {
    zh: '污染物报警事件',
    en: 'alarm event',
    uses: [{ by: D, as: 'notice' }],
    items: ['AlarmTime', 'x-Ala', 'AlarmType'],
    editions: OLD,
    citation: T2005,
  },
  '2081': {
    zh: '数采仪开机时间',
    en: 'start of the logger',
    uses: [UPLOAD],
    items: ['DataTime', 'RestartTime'],
    editions: SINCE_2017,
    citation: `${T9}, C.24`,
  },
  '2111': {
    zh: '炉膛温度 5 分钟均值',
    en: 'furnace temperature, mean of 5 minutes',
    uses: [UPLOAD],
    items: ['DataTime', 'a01901-Avg'],
    editions: NEW,
    citation: N2025,
  },
  '3011': {
    zh: '零点校准、量程校准',
    en: 'zero and span calibration',
    uses: [REQUEST],
    items: ['PolId'],
    editions: ALL,
    citation: `${T9}, C.30`,
  },
  '3012': {
    zh: '即时采样',
    en: 'take a sample now',
    uses: [REQUEST],
    items: ['PolId'],
    editions: ALL,
    citation: `${T9}, C.31`,
  },
  '3013': {
    zh: '启动清洗、反吹',
    en: 'clean or back-flush',
    uses: [REQUEST],
    items: ['PolId'],
    editions: SINCE_2017,
    citation: `${T9}, C.32`,
  },
  '3014': {
    zh: '比对采样',
    en: 'sample for comparison',
    uses: [REQUEST],
    items: ['PolId'],
    editions: SINCE_2017,
    citation: `${T9}, C.33`,
  },
  '3015': {
    zh: '超标留样',
    en: 'keep a sample on exceedance',
    uses: [REQUEST, UPLOAD],
    items: ['DataTime', 'VaseNo'],
    editions: SINCE_2017,
    extracts: true,
    citation: `${T9}, C.34`,
  },
  '3016': {
    zh: '设置采样时间周期',
    en: 'set the cycle of sampling',
    uses: [REQUEST],
    items: ['PolId', 'CstartTime', 'Ctime'],
    editions: SINCE_2017,
    citation: `${T9}, C.35`,
  },
  '3017': {
    zh: '提取采样时间周期',
    en: 'read the cycle of sampling',
    uses: [REQUEST, UPLOAD],
    items: ['PolId', 'CstartTime', 'Ctime'],
    editions: SINCE_2017,
    extracts: true,
    citation: `${T9}, C.36`,
  },
  '3018': {
    zh: '提取出样时间',
    en: 'read the time to a result',
    uses: [REQUEST, UPLOAD],
    items: ['PolId', 'Stime'],
    editions: SINCE_2017,
    extracts: true,
    citation: `${T9}, C.37`,
  },
  '3019': {
    zh: '提取设备唯一标识',
    en: 'identity of an instrument',
    uses: [REQUEST, UPLOAD],
    items: ['PolId', 'x-SN'],
    editions: SINCE_2017,
    extracts: true,
    citation: `${T9}, C.38`,
  },
  '3020': {
    zh: '现场机信息（日志、状态、参数）',
    en: 'log, state and parameters of the device',
    uses: [REQUEST, UPLOAD],
    items: ['DataTime', 'PolId', 'InfoId', ...HISTORY, 'i11001-Info', 'i12nnn-Info', 'i13nnn-Info'],
    editions: SINCE_2017,
    extracts: true,
    citation: `${T9}, C.41–C.45`,
  },
  '3021': {
    zh: '设置现场机参数',
    en: 'set a parameter',
    uses: [REQUEST],
    items: ['PolId', 'InfoId', 'i13nnn-Info'],
    editions: SINCE_2017,
    citation: `${T9}, C.46`,
  },
  '3022': {
    zh: '下发即时留样任务',
    en: 'keep a sample now',
    uses: [REQUEST, UPLOAD],
    items: ['DataTime', 'VaseNo'],
    editions: NEW,
    citation: N2025,
  },
  '3024': {
    zh: '启动标样核查',
    en: 'start a check with a standard',
    uses: [REQUEST],
    items: ['PolId'],
    editions: NEW,
    citation: N2025,
  },
  '9011': {
    zh: '请求应答',
    en: 'answer to a request',
    uses: [{ by: D, as: 'answer' }],
    items: ['QnRtn'],
    editions: ALL,
    citation: `${T9}, C.47`,
  },
  '9012': {
    zh: '执行结果',
    en: 'result of a request',
    uses: [{ by: D, as: 'answer' }],
    items: ['ExeRtn'],
    editions: ALL,
    citation: `${T9}, C.47`,
  },
  '9013': {
    zh: '通知应答',
    en: 'answer to a notice',
    uses: [
      { by: P, as: 'answer' },
      { by: D, as: 'answer' },
    ],
    items: [],
    editions: ALL,
    citation: `${T9}, C.48`,
  },
  '9014': {
    zh: '数据应答',
    en: 'answer to data',
    uses: [
      { by: P, as: 'answer' },
      { by: D, as: 'answer' },
    ],
    items: [],
    editions: ALL,
    citation: `${T9}, C.48`,
  },
  '9015': {
    zh: '心跳',
    en: 'heartbeat',
    uses: [{ by: D, as: 'notice' }],
    items: [],
    editions: NEW,
    citation: N2025,
  },
} as const satisfies Record<string, CommandRow>;

export type CommandCode = keyof typeof COMMANDS;
export const commandRow = (code: string): CommandRow | null =>
  Object.hasOwn(COMMANDS, code) ? COMMANDS[code as CommandCode] : null;

/** Messages that answer another one; they are never answered themselves. */
export const ANSWERS: ReadonlySet<string> = new Set(['9011', '9012', '9013', '9014']);

/** Commands outside the standard that devices use; those with the answer bit get 9014 like any other. */
export const FIELD_COMMANDS = {
  '2000': { zh: '厂家状态', en: 'state, by maker' },
  '2082': { zh: '厂家状态', en: 'state, by maker' },
  '3003': { zh: '定位（Lng、Lat）', en: 'position (Lng, Lat)' },
  '9021': { zh: '登录或心跳', en: 'log-in or heartbeat' },
  '9022': { zh: '登录或心跳', en: 'log-in or heartbeat' },
} as const satisfies Record<string, { zh: string; en: string }>;

/** Commands whose data area is encrypted in 2025 (§6.4.2 as quoted: CN 2000–2999, 1014, 3020). */
export const isEncryptedCommand = (code: string): boolean =>
  /^2\d{3}$/.test(code) || code === '1014' || code === '3020';
