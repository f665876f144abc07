import type { FieldRow } from '#protocols/fields';
import type { CommandRow } from '#protocols/vehicle-link';

export const TIME = { kind: 'time', name: 'time', zh: '数据采集时间' } as const;
export const SEQUENCE = { kind: 'count', name: 'sequence', zh: '流水号', bytes: 2 } as const;
export const ICCID = { kind: 'text', name: 'iccid', zh: 'SIM 卡号（ICCID）', bytes: 20, personal: 'iccid' } as const;

export const LOGIN = [TIME, SEQUENCE, ICCID] as const satisfies readonly FieldRow[];
export const LOGOUT = [TIME, SEQUENCE] as const satisfies readonly FieldRow[];

const CITE = 'GB 17691-2018 annex Q, Q.6.3';

export const COMMANDS = [
  {
    command: 0x01,
    name: 'login',
    title: { zh: '车辆登入', en: 'vehicle login' },
    data: LOGIN,
    direction: 'up',
    cite: CITE,
  },
  {
    command: 0x02,
    name: 'realtime',
    title: { zh: '实时信息上报', en: 'real-time report' },
    data: 'report',
    direction: 'up',
    cite: CITE,
  },
  {
    command: 0x03,
    name: 'reissue',
    title: { zh: '补发信息上报', en: 're-issued report' },
    data: 'report',
    direction: 'up',
    cite: CITE,
  },
  {
    command: 0x04,
    name: 'logout',
    title: { zh: '车辆登出', en: 'vehicle logout' },
    data: LOGOUT,
    direction: 'up',
    cite: CITE,
  },
  {
    command: 0x05,
    name: 'time',
    title: { zh: '终端校时', en: 'time for the terminal' },
    data: 'nothing',
    direction: 'up',
    cite: CITE,
  },
] as const satisfies readonly CommandRow[];

/** FE says that the terminal cannot tell, FF that it means nothing; RSA and SM2 are not opened here. */
export const ENCRYPTIONS = { 1: 'none', 2: 'RSA', 3: 'SM2', 254: 'abnormal', 255: 'invalid' } as const;
