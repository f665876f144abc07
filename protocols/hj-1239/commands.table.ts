import type { FieldRow } from '#protocols/fields';
import { COMMANDS as ANNEX_Q, LOGOUT, SEQUENCE, TIME } from '#protocols/gb-17691';
import type { CommandRow } from '#protocols/vehicle-link';

/** HJ 1239.3-2021 4.5: the chip's number and public key, the vehicle, and the chip's signature of it. */
export const ACTIVATION = [
  TIME,
  { kind: 'text', name: 'chip', zh: '安全芯片标识 ID', bytes: 16 },
  { kind: 'hex', name: 'publicKey', zh: '公钥', bytes: 64 },
  { kind: 'text', name: 'vehicle', zh: '车辆识别代号（VIN）', bytes: 17, personal: 'vin' },
  { kind: 'hex', name: 'signature', zh: '签名信息', bytes: 'rest' },
] as const satisfies readonly FieldRow[];

/** HJ 1239.3-2021 4.5, as one firmware has it. */
export const ACTIVATION_ANSWER = [
  { kind: 'code', name: 'state', zh: '状态码', bytes: 1, values: { 1: 'activated', 2: 'refused' } },
  {
    kind: 'code',
    name: 'reason',
    zh: '信息',
    bytes: 1,
    values: { 0: 'none', 1: 'activated', 2: 'chip activated before', 3: 'wrong vehicle number', 4: 'other' },
  },
] as const satisfies readonly FieldRow[];

/** HJ 1239.3-2021 4.5: time and number; what firmware tells beside them is kept as it comes. */
export const TAMPER = [
  TIME,
  SEQUENCE,
  { kind: 'hex', name: 'more', zh: '其余数据', bytes: 'rest' },
] as const satisfies readonly FieldRow[];

/** HJ 1239.3-2021 table 19; of two libraries one writes a name of 12, a password of 20 and a cipher, the other 12 + 16 + 16. */
export const PLATFORM_LOGIN = [
  TIME,
  SEQUENCE,
  { kind: 'hex', name: 'credentials', zh: '平台用户名、密码、加密方式', bytes: 'rest', personal: 'secret' },
] as const satisfies readonly FieldRow[];

/** HJ 1239.3-2021 table 21. */
export const KEY_EXCHANGE = [
  {
    kind: 'code',
    name: 'keyType',
    zh: '密钥类型',
    bytes: 1,
    values: { 1: 'SM2', 2: 'SM4', 3: 'RSA', 4: 'AES128' },
  },
  {
    kind: 'series',
    name: 'key',
    zh: '密钥',
    countBytes: 2,
    of: { kind: 'count', name: 'keyByte', zh: '密钥字节', bytes: 1 },
    personal: 'secret',
  },
  { kind: 'time', name: 'from', zh: '生效时间' },
  { kind: 'time', name: 'until', zh: '失效时间' },
] as const satisfies readonly FieldRow[];

const TERMINAL_CITE = 'HJ 1239.3-2021 table 1';
const PLATFORM_CITE = 'HJ 1239.3-2021 table 17';

/** What terminals send: the commands of annex Q, tampering, activation. */
export const TERMINAL_COMMANDS = [
  ...ANNEX_Q,
  {
    command: 0x06,
    name: 'tamper',
    title: { zh: '拆除报警', en: 'alarm of tampering' },
    data: TAMPER,
    direction: 'up',
    cite: TERMINAL_CITE,
  },
  {
    command: 0x07,
    name: 'activation',
    title: { zh: '激活信息', en: 'activation' },
    data: ACTIVATION,
    direction: 'up',
    cite: TERMINAL_CITE,
  },
  {
    command: 0x08,
    name: 'activationAnswer',
    title: { zh: '激活信息应答', en: 'answer to an activation' },
    data: ACTIVATION_ANSWER,
    direction: 'down',
    cite: TERMINAL_CITE,
  },
] as const satisfies readonly CommandRow[];

/** What platforms of makers send on: the vehicles' commands, and their own. */
export const PLATFORM_COMMANDS = [
  ...ANNEX_Q,
  {
    command: 0x06,
    name: 'vehicleSupplement',
    title: { zh: '补充车辆信息', en: 'supplement about a vehicle' },
    data: TAMPER,
    direction: 'up',
    cite: PLATFORM_CITE,
  },
  {
    command: 0x07,
    name: 'platformLogin',
    title: { zh: '企业平台登入', en: 'platform login' },
    data: PLATFORM_LOGIN,
    direction: 'up',
    cite: PLATFORM_CITE,
  },
  {
    command: 0x08,
    name: 'platformLogout',
    title: { zh: '企业平台登出', en: 'platform logout' },
    data: LOGOUT,
    direction: 'up',
    cite: PLATFORM_CITE,
  },
  {
    command: 0x09,
    name: 'keyExchange',
    title: { zh: '密钥交换', en: 'exchange of keys' },
    data: KEY_EXCHANGE,
    direction: 'both',
    cite: PLATFORM_CITE,
  },
] as const satisfies readonly CommandRow[];

/** HJ 1239.3-2021 table 16 as one library has it; the terminals' bytes are those of annex Q. */
export const PLATFORM_ENCRYPTIONS = {
  1: 'none',
  2: 'SM2',
  3: 'SM4',
  4: 'RSA',
  5: 'AES128',
  254: 'abnormal',
  255: 'invalid',
} as const;
