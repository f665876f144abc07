import { type FieldRow, personalKeys } from '#protocols/fields';

/** JT/T 808 8.1 and 8.2: general answers. */
export const GENERAL_ANSWER = [
  { kind: 'count', name: 'answers', zh: '应答流水号', bytes: 2 },
  { kind: 'count', name: 'answeredId', zh: '应答 ID', bytes: 2 },
  {
    kind: 'code',
    name: 'result',
    zh: '结果',
    bytes: 1,
    values: { 0: 'ok', 1: 'failed', 2: 'message wrong', 3: 'not supported', 4: 'alarm handled' },
  },
] as const satisfies readonly FieldRow[];

const registration = <Maker extends number, Model extends number, Id extends number>(
  maker: Maker,
  model: Model,
  id: Id,
) =>
  [
    { kind: 'count', name: 'province', zh: '省域 ID', bytes: 2 },
    { kind: 'count', name: 'city', zh: '市县域 ID', bytes: 2 },
    { kind: 'text', name: 'maker', zh: '制造商 ID', bytes: maker },
    { kind: 'text', name: 'model', zh: '终端型号', bytes: model },
    { kind: 'text', name: 'terminal', zh: '终端 ID', bytes: id },
    { kind: 'count', name: 'plateColour', zh: '车牌颜色', bytes: 1 },
    { kind: 'text', name: 'plate', zh: '车辆标识', bytes: 'rest', charset: 'gbk', personal: 'plate' },
  ] as const satisfies readonly FieldRow[];

/** JT/T 808-2011 8.4, -2013 8.5, -2019 8.8: the same fields, longer each time. */
export const REGISTRATION = {
  '2011': registration(5, 8, 7),
  '2013': registration(5, 20, 7),
  '2019': registration(11, 30, 30),
} as const;

/** JT/T 808 8.9 (2019): the code is there only when the terminal may come in. */
export const REGISTRATION_ANSWER = [
  { kind: 'count', name: 'answers', zh: '应答流水号', bytes: 2 },
  {
    kind: 'code',
    name: 'result',
    zh: '结果',
    bytes: 1,
    values: { 0: 'ok', 1: 'vehicle registered', 2: 'no such vehicle', 3: 'terminal registered', 4: 'no such terminal' },
  },
  { kind: 'text', name: 'authCode', zh: '鉴权码', bytes: 'rest', charset: 'gbk', personal: 'secret' },
] as const satisfies readonly FieldRow[];

/** JT/T 808-2011 and -2013: the code alone. */
const AUTHENTICATION_2013 = [
  { kind: 'text', name: 'authCode', zh: '鉴权码', bytes: 'rest', charset: 'gbk', personal: 'secret' },
] as const satisfies readonly FieldRow[];

/** JT/T 808-2019 8.10. */
const AUTHENTICATION_2019 = [
  { kind: 'counted-text', name: 'authCode', zh: '鉴权码', personal: 'secret' },
  { kind: 'text', name: 'imei', zh: '终端 IMEI', bytes: 15, personal: 'imei' },
  { kind: 'text', name: 'software', zh: '软件版本号', bytes: 20 },
] as const satisfies readonly FieldRow[];

export const AUTHENTICATION = {
  '2011': AUTHENTICATION_2013,
  '2013': AUTHENTICATION_2013,
  '2019': AUTHENTICATION_2019,
} as const;

const MISSING = { kind: 'count', name: 'missing', zh: '重传包 ID', bytes: 2 } as const;
const resend = <Count extends 1 | 2>(countBytes: Count) =>
  [
    { kind: 'count', name: 'firstSerial', zh: '原始消息流水号', bytes: 2 },
    { kind: 'series', name: 'missing', zh: '重传包 ID 列表', countBytes, of: MISSING },
  ] as const satisfies readonly FieldRow[];

/** JT/T 808 8.6 (0x8003) and 8.7 (0x0005): which sub-packets are to be sent again; the count grew to two bytes in 2019. */
export const RESEND = { '2011': resend(1), '2013': resend(1), '2019': resend(2) } as const;

/** JT/T 808 8.20, table 23: the fixed part of a position, 28 bytes. The 2013 table misprints the offset of the time as 21. */
export const LOCATION = [
  { kind: 'flags', name: 'alarm', zh: '报警标志', bytes: 4 },
  { kind: 'flags', name: 'status', zh: '状态', bytes: 4 },
  { kind: 'count', name: 'latitudeMicro', zh: '纬度', bytes: 4, personal: 'place-micro' },
  { kind: 'count', name: 'longitudeMicro', zh: '经度', bytes: 4, personal: 'place-micro' },
  { kind: 'count', name: 'altitudeMetres', zh: '高程', bytes: 2 },
  { kind: 'count', name: 'speedTenthsKmh', zh: '速度', bytes: 2 },
  { kind: 'count', name: 'directionDegrees', zh: '方向', bytes: 2 },
  { kind: 'bcd-time', name: 'time', zh: '时间' },
] as const satisfies readonly FieldRow[];

export type MessageName = (typeof MESSAGES)[number]['name'];

/** What is read here. 'location', 'batch' and 'query' have verbs of their own; everything else is kept as it comes. */
export const MESSAGES = [
  { id: 0x0001, name: 'terminalAnswer', zh: '终端通用应答', direction: 'up', body: GENERAL_ANSWER },
  { id: 0x0002, name: 'heartbeat', zh: '终端心跳', direction: 'up', body: [] },
  { id: 0x0003, name: 'deregistration', zh: '终端注销', direction: 'up', body: [] },
  { id: 0x0005, name: 'terminalResend', zh: '终端补传分包请求', direction: 'up', body: RESEND },
  { id: 0x0100, name: 'registration', zh: '终端注册', direction: 'up', body: REGISTRATION },
  { id: 0x0102, name: 'authentication', zh: '终端鉴权', direction: 'up', body: AUTHENTICATION },
  { id: 0x0200, name: 'location', zh: '位置信息汇报', direction: 'up', body: 'location' },
  { id: 0x0201, name: 'locationAnswer', zh: '位置信息查询应答', direction: 'up', body: 'answered-location' },
  { id: 0x0704, name: 'batch', zh: '定位数据批量上传', direction: 'up', body: 'batch' },
  { id: 0x8001, name: 'platformAnswer', zh: '平台通用应答', direction: 'down', body: GENERAL_ANSWER },
  { id: 0x8003, name: 'platformResend', zh: '服务器补传分包请求', direction: 'down', body: RESEND },
  { id: 0x8100, name: 'registrationAnswer', zh: '终端注册应答', direction: 'down', body: REGISTRATION_ANSWER },
] as const;

/** Which keys of a decoded message are personal. */
export const PERSONAL = personalKeys([
  ...Object.values(REGISTRATION),
  ...Object.values(AUTHENTICATION),
  REGISTRATION_ANSWER,
  LOCATION,
]);
