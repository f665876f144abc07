import type { FieldRow } from '#protocols/fields';
import type { CommandRow } from '#protocols/vehicle-link';

export const TIME = { kind: 'time', name: 'time', zh: '数据采集时间' } as const;
const SEQUENCE = { kind: 'count', name: 'sequence', zh: '登入流水号', bytes: 2 } as const;

/** GB/T 32960.3-2016 table 6. */
export const LOGIN = [
  TIME,
  SEQUENCE,
  { kind: 'text', name: 'iccid', zh: 'ICCID', bytes: 20, personal: 'iccid' },
  { kind: 'texts', name: 'subsystems', zh: '可充电储能系统编码' },
] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 tables 21 and 23. */
export const LOGOUT = [TIME, SEQUENCE] as const satisfies readonly FieldRow[];

/** GB/T 32960.3-2016 table 22. */
export const PLATFORM_LOGIN = [
  TIME,
  SEQUENCE,
  { kind: 'text', name: 'user', zh: '平台用户名', bytes: 12 },
  { kind: 'text', name: 'password', zh: '平台密码', bytes: 20, personal: 'secret' },
  { kind: 'count', name: 'cipher', zh: '加密规则', bytes: 1 },
] as const satisfies readonly FieldRow[];

const CITE = 'GB/T 32960.3-2016 table 3';
const up = { direction: 'up', cite: CITE } as const;

export const COMMANDS = [
  { ...up, command: 0x01, name: 'login', title: { zh: '车辆登入', en: 'vehicle login' }, data: LOGIN },
  { ...up, command: 0x02, name: 'realtime', title: { zh: '实时信息上报', en: 'real-time report' }, data: 'report' },
  { ...up, command: 0x03, name: 'reissue', title: { zh: '补发信息上报', en: 're-issued report' }, data: 'report' },
  { ...up, command: 0x04, name: 'logout', title: { zh: '车辆登出', en: 'vehicle logout' }, data: LOGOUT },
  {
    ...up,
    command: 0x05,
    name: 'platformLogin',
    title: { zh: '平台登入', en: 'platform login' },
    data: PLATFORM_LOGIN,
  },
  { ...up, command: 0x06, name: 'platformLogout', title: { zh: '平台登出', en: 'platform logout' }, data: LOGOUT },
  { ...up, command: 0x07, name: 'heartbeat', title: { zh: '心跳', en: 'heartbeat' }, data: 'nothing' },
  { ...up, command: 0x08, name: 'time', title: { zh: '终端校时', en: 'time for the terminal' }, data: 'nothing' },
] as const satisfies readonly CommandRow[];

/** GB/T 32960.3-2016 table 2; devices send 0 for plain too, which is noted. */
export const ENCRYPTIONS = { 1: 'none', 2: 'RSA', 3: 'AES128', 254: 'abnormal', 255: 'invalid' } as const;
