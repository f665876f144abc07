import type { Edition } from './editions.table.ts';

type FieldRow = {
  /** characters of the value; the standard counts name and `=` as well */
  readonly length: number | readonly number[];
  readonly since: Edition;
  readonly zh: string;
  readonly en: string;
};

/** The fields before the data area in the order of the standard (2017 §6.3.2 table 3; RF: 2025, place by inference). */
export const FIELDS = {
  QN: {
    length: 17,
    since: '2005',
    zh: '请求编码，精确到毫秒的时间戳',
    en: 'number of the exchange, a time to the millisecond',
  },
  ST: { length: 2, since: '2005', zh: '系统编码', en: 'system code' },
  CN: { length: 4, since: '2005', zh: '命令编码', en: 'command code' },
  PW: { length: 6, since: '2005', zh: '访问密码', en: 'password' },
  MN: { length: [14, 24], since: '2005', zh: '设备唯一标识', en: 'identity of the device' },
  Flag: { length: [1, 2, 3], since: '2005', zh: '拆分包及应答标志', en: 'edition, packet numbers, answer wanted' },
  PNUM: { length: 4, since: '2005', zh: '总包数', en: 'number of packets' },
  PNO: { length: 4, since: '2005', zh: '包号', en: 'number of this packet' },
  RF: { length: 1, since: '2025', zh: '补传标志', en: 'sent again' },
} as const satisfies Record<string, FieldRow>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_ORDER = Object.keys(FIELDS) as readonly FieldName[];
