import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfRows } from '../../tests/protocols/conformant.ts';
import {
  bytesOf,
  bytesOfGbk,
  bytesOfHex,
  Cursor,
  codecOf,
  DataEnds,
  DEVIATIONS,
  Deviations,
  type FieldRow,
  gbkOf,
  hexOf,
  mask,
  measured,
  stampOf,
} from './index.ts';

/** One row of every kind. */
const ROWS = [
  { kind: 'number', name: 'nox', zh: 'NOx', bytes: 2, step: '0.05', offset: -200, unit: 'ppm' },
  { kind: 'number', name: 'speed', zh: '车速', bytes: 2, step: '1/256', unit: 'km/h', abnormal: true },
  { kind: 'count', name: 'serial', zh: '流水号', bytes: 2 },
  { kind: 'flags', name: 'status', zh: '状态', bytes: 4 },
  { kind: 'code', name: 'lamp', zh: '灯', bytes: 1, values: { 0: 'off', 1: 'on' }, abnormal: true },
  { kind: 'code', name: 'bus', zh: '总线', bytes: 1, values: { 0: 'a' }, invalid: 0xfe },
  { kind: 'text', name: 'vin', zh: 'VIN', bytes: 17, personal: 'vin' },
  { kind: 'counted-text', name: 'key', zh: '鉴权码' },
  { kind: 'hex', name: 'cvn', zh: 'CVN', bytes: 3 },
  { kind: 'time', name: 'time', zh: '时间' },
  { kind: 'bcd-time', name: 'bcdTime', zh: '时间' },
  {
    kind: 'list',
    name: 'cells',
    zh: '单体',
    countBytes: 1,
    absent: true,
    of: [{ kind: 'number', name: 'volts', zh: '电压', bytes: 2, step: '0.001', unit: 'V' }],
  },
  {
    kind: 'series',
    name: 'probes',
    zh: '探针',
    countBytes: 2,
    of: { kind: 'number', name: 'celsius', zh: '温度', bytes: 1, offset: -40, unit: '℃' },
  },
  { kind: 'texts', name: 'codes', zh: '编码' },
  { kind: 'text', name: 'plate', zh: '车牌', bytes: 'rest', charset: 'gbk' },
] as const satisfies readonly FieldRow[];

describe('a record of a table', () => {
  const codec = codecOf(ROWS);
  it('is written again as it was read, for every kind of field', () => {
    fc.assert(
      fc.property(bytesOfRows(ROWS), (bytes) => {
        const cursor = new Cursor(bytes);
        expect(bytesOf(codec, codec.read(cursor))).toEqual(bytes);
        expect([cursor.left, cursor.deviations.list]).toEqual([0, []]);
      }),
    );
  });

  it('that ends early says in which field', () => {
    fc.assert(
      fc.property(bytesOfRows(ROWS.slice(0, 7)), fc.nat(28), (bytes, length) => {
        expect(() => codec.read(new Cursor(bytes.subarray(0, length)))).toThrow(DataEnds);
      }),
    );
  });
});

describe('numbers', () => {
  const read = (row: FieldRow, hex: string) => {
    const cursor = new Cursor(bytesOfHex(hex));
    return [(codecOf([row]).read(cursor) as Record<string, unknown>)[row.name], cursor.deviations.list.length];
  };
  it.each<[FieldRow, string, unknown, number]>([
    [ROWS[0], '1324', 45, 0],
    [ROWS[0], '0FA1', 0.05, 0],
    [ROWS[0], 'FFFF', null, 0],
    [ROWS[1], 'FFFE', 'abnormal', 0],
    [ROWS[1], '890F', 137.05859375, 0],
    [ROWS[4], '01', 1, 0],
    [ROWS[4], 'FF', null, 0],
    [ROWS[4], 'FE', 'abnormal', 0],
    [ROWS[4], '23', 35, 1],
    [ROWS[5], 'FE', null, 0],
    [ROWS[5], 'FF', null, 1],
  ])('%j %s is %j', (row, hex, value, odd) => expect(read(row, hex)).toEqual([value, odd]));

  it('are never written as a mark, nor cut to fit', () => {
    const write = (nox: number) => bytesOf(codecOf([ROWS[0]]), { nox });
    expect(hexOf(write(45))).toBe('1324');
    expect(() => write(65535 / 20 - 200)).toThrow(/nox/);
    expect(() => write(9999)).toThrow(/nox: .* does not fit/);
    expect(() => write(-201)).toThrow(/nox/);
  });
  it('are asked for by whoever needs one', () => {
    expect([measured(3), measured(null), measured('abnormal')]).toEqual([3, null, null]);
  });
});

describe('times', () => {
  it.each([
    [[24, 2, 29, 0, 0, 0], '2024-02-29T00:00:00+08:00'],
    [[23, 2, 29, 0, 0, 0], null],
    [[20, 13, 1, 0, 0, 0], null],
    [[20, 1, 1, 24, 0, 0], null],
    [[20, Number.NaN, 1, 1, 0, 0], null],
  ])('%j is %s', (parts, stamp) => expect(stampOf(parts)).toBe(stamp));
});

describe('GBK', () => {
  it('plates go out as they came in', () => {
    expect(hexOf(bytesOfGbk('测A1234') ?? new Uint8Array())).toBe('B2E24131323334');
    expect(gbkOf(bytesOfHex('B2E24131323334'))).toBe('测A1234');
    expect(bytesOfGbk('𠀀')).toBeNull();
  });
  it('every character of GB 2312 level 1 has its bytes', () => {
    for (let lead = 0xb0; lead <= 0xd6; lead++)
      for (let trail = 0xa1; trail <= 0xfe; trail++) {
        const bytes = Uint8Array.of(lead, trail);
        expect(hexOf(bytesOfGbk(gbkOf(bytes)) ?? new Uint8Array())).toBe(hexOf(bytes));
      }
  });
});

describe('deviations', () => {
  it('of the same field are counted', () => {
    const odd = new Deviations();
    for (let i = 0; i < 1000; i++) odd.add('value-reserved', 'mil', String(i));
    odd.add('encrypted');
    expect(odd.list).toEqual([
      { code: 'value-reserved', field: 'mil', found: '0', times: 1000 },
      { code: 'encrypted', field: undefined, found: undefined, times: 1 },
    ]);
  });
  it('are explained in both languages', () => {
    for (const { zh, en } of Object.values(DEVIATIONS)) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[a-zA-Z0-9 ;.,-]+$/);
    }
  });
});

describe('masks', () => {
  it.each([
    ['vin', 'LTEST000000000007', 'LTE************07'],
    ['plate', '京A12345', '京A****5'],
    ['iccid', '89860000000000000001', '898600************01'],
    ['phone', '013900001234', '013*******34'],
    ['secret', 'pass', '***'],
    ['place', 116.366666, 116.37],
    ['vin', 'AB', '**'],
    ['vin', null, null],
    ['vin', '', ''],
  ] as const)('%s', (kind, value, shown) => expect(mask(kind, value)).toBe(shown));
});
