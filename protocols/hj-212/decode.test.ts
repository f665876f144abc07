import { describe, expect, it } from 'vitest';
import { crcModbus, decode, encode, factorsOf, fieldOf, fieldsOf, type Hj212Message, readSegment } from './index.ts';

const HEAD = 'QN=20260101080000123;ST=22;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&';
const AREA = 'DataTime=20260101080000;a34004-Rtd=35,a34004-Flag=N';
const frame = (segment: string, encoding: BufferEncoding = 'utf8'): Buffer => {
  const bytes = Buffer.from(segment, encoding);
  return Buffer.concat([
    Buffer.from(`##${String(bytes.length).padStart(4, '0')}`),
    bytes,
    Buffer.from(`${crcHex(bytes)}\r\n`),
  ]);
};
/** annex A of HJ 212-2017, written out bit by bit */
function crcHex(bytes: Uint8Array): string {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc = (crc >> 8) ^ byte;
    for (let i = 0; i < 8; i += 1) {
      const low = crc & 1;
      crc >>= 1;
      if (low) crc ^= 0xa001;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
const read = (bytes: Buffer): Hj212Message => decode(bytes) as Hj212Message;
const oddities = (segment: string) =>
  readSegment(segment).deviations.map(({ name, detail }) => `${name} ${detail}`.trim());

describe('the example of annex A of HJ 212-2017', () => {
  const bytes = Buffer.from(
    '##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n',
  );
  it('is read without a deviation and written back byte by byte', () => {
    const message = read(bytes);
    expect(message).toMatchObject({
      qn: '20160801085857223',
      st: '32',
      cn: '1062',
      pw: '100000',
      mn: '010000A8900016F000169DC0',
      flag: 5,
      edition: '2017',
      needAck: true,
      hasPacketNo: false,
      crcVariant: 'hj212',
      accepted: true,
      deviations: [],
    });
    expect(fieldsOf(message)).toEqual({ RtdInterval: '30' });
    expect(encode(message).equals(bytes)).toBe(true);
  });
  it('with the misprinted 1C08 of the text its checksum fits nothing', () => {
    const message = read(Buffer.from(bytes.toString().replace('1C80', '1C08')));
    expect(message).toMatchObject({ crcVariant: null, accepted: false, deviations: [{ name: 'crc-mismatch' }] });
  });
});

describe('the data area', () => {
  it('keeps groups, items and texts as they stand', () => {
    const { groups } = readSegment(`${HEAD}DataTime=20260101080000;a01001-Rtd=-0.50,a01001-Flag=N;SB1-RS=1&&`);
    expect(groups.map((group) => group.map(({ code, suffix, value }) => [code, suffix, value]))).toEqual([
      [['DataTime', null, '20260101080000']],
      [
        ['a01001', 'Rtd', '-0.50'],
        ['a01001', 'Flag', 'N'],
      ],
      [['SB1', 'RS', '1']],
    ]);
  });
  it('does not split free text between //', () => {
    const { groups } = readSegment(`${HEAD}i11001-Info=//a;b,c=d//,PolId=w01018&&`);
    expect(groups[0]?.map(({ value }) => value)).toEqual(['//a;b,c=d//', 'w01018']);
  });
  it('an empty one has no group', () => expect(readSegment(`${HEAD}&&`).groups).toEqual([]));
  it('of an item sent twice both stay, and the last counts as factor', () => {
    const message = readSegment(`${HEAD}a34004-Rtd=1,a34004-Rtd=2&&`);
    expect(message.groups[0]).toHaveLength(2);
    expect(factorsOf(message)).toEqual({ a34004: { Rtd: '2' } });
  });
  it('names of objects are ordinary names', () => {
    expect(Object.entries(factorsOf(readSegment(`${HEAD}__proto__-Rtd=1&&`)))).toEqual([['__proto__', { Rtd: '1' }]]);
  });
  it('a value from 2005 is found under any spelling', () =>
    expect(fieldOf(readSegment(`${HEAD}DATATIME=20260101080000&&`), 'DataTime')).toBe('20260101080000'));
});

describe('the edition by Flag', () => {
  it.each([
    ['Flag=0', '2005', false, false],
    ['Flag=3', '2005', true, true],
    ['Flag=4', '2017', false, false],
    ['Flag=7', '2017', true, true],
    ['Flag=9', '2025', true, false],
    ['Flag=255', null, true, true],
  ])('%s', (flag, edition, needAck, hasPacketNo) =>
    expect(readSegment(`${HEAD.replace('Flag=5', flag)}&&`)).toMatchObject({ edition, needAck, hasPacketNo }),
  );
  it('without one it is 2005', () =>
    expect(readSegment(`${HEAD.replace('Flag=5;', '')}&&`)).toMatchObject({
      edition: '2005',
      flag: null,
      needAck: false,
    }));
});

describe('what devices do otherwise is named', () => {
  it.each([
    [HEAD.replace(/QN=\d+;/, ''), 'qn-missing'],
    [HEAD.replace(/QN=\d+/, 'QN=1617950574415'), 'qn-form 1617950574415'],
    [HEAD.replace('ST=22', 'ST=101'), 'st-length 3'],
    [HEAD.replace('CN=2011', 'CN=20A1'), 'cn-form 20A1'],
    [HEAD.replace('PW=123456', 'PW='), 'pw-length 0'],
    [HEAD.replace(/MN=\w+/, 'MN=SHEB866'), 'mn-length 7'],
    [HEAD.replace('Flag=5', 'FLAG=5'), 'field-name-case FLAG'],
    [HEAD.replace('MN=', ',MN='), 'field-name-stray ,MN'],
    [HEAD.replace('Flag=5', 'Flag=7'), 'packet-no-disagrees 7'],
    [HEAD.replace('Flag=5', 'PNUM=2;PNO=1'), 'packet-no-without-flag'],
    [HEAD.replace('Flag=5', 'Flag=300'), 'flag-form 300'],
    [HEAD.replace('Flag=5', 'Flag=05'), 'flag-form 05'],
    [HEAD.replace('Flag=5', 'Flag=7;PNUM=x;PNO=1'), 'packet-no-form x'],
    [HEAD.replace('Flag=5', 'Flag=9;RF=2'), 'rf-form 2'],
    [HEAD.replace('PW=123456', 'PW=12,456'), 'field-value-stray 12,456'],
    [HEAD.replace('PW=123456', ''), 'field-empty'],
    [HEAD.replace('CP=', 'cp='), 'field-name-case cp'],
    [HEAD.replace('Flag=5', 'Flag=5;XX=1'), 'field-unknown XX'],
    [HEAD.replace('Flag=5', 'Flag=5;ST=22'), 'field-repeated ST'],
    [HEAD.replace(/PW=123456;(MN=\w+);/, '$1;PW=123456;'), 'field-order QN,ST,CN,MN,PW,Flag'],
    [HEAD.replace('CN=2011', 'CN=9014'), 'answer-wants-answer 9014'],
  ])('%s', (head, name) => expect(oddities(`${head}${AREA}&&`)).toContain(name));
  it.each([
    [`${AREA};&&`, 'trailing-semicolon'],
    [`${AREA};;SB1-RS=1&&`, 'item-empty'],
    [`${AREA};Flag=N&&`, 'flag-bare Flag'],
    ['DataTime=2026010108000000&&', 'data-time-length 16'],
    ['DATATIME=20260101080000&&', 'name-case DATATIME'],
    ['A34001-RTD=1&&', 'name-case A34001-RTD'],
    ['LA-Rtd-Rtd=71.0&&', 'double-suffix LA-Rtd-Rtd'],
    ['a34004-Flag=N,a34004-Rtd=1&&', 'flag-before-value a34004-Flag'],
    ['a34004-Rtd=1,a34004-Flag=d&&', 'flag-case d'],
    ['PolId= w01018&&', 'value-blank PolId'],
    ['a34004&&', 'item-without-value a34004'],
    ['a34&004-Rtd=1&&', 'name-stray a34&004-Rtd'],
    ['a34004-Rtd=1&&2&&', 'mark-inside-area'],
    ['i11001-Info=//a&&', 'text-free-open'],
    ['i11001-Info=//a;b//c&&', 'text-free-open'],
    [AREA, 'area-closing-missing'],
    [`${AREA}&&xx`, 'text-after-area xx'],
  ])('%s', (area, name) => expect(oddities(`${HEAD}${area}`)).toEqual([name]));
  it('nothing, where nothing is odd', () => expect(oddities(`${HEAD}${AREA}&&`)).toEqual([]));
});

describe('the checksum', () => {
  const segment = `${HEAD}${AREA}&&`;
  const modbus = crcModbus(Buffer.from(segment)).toString(16).toUpperCase().padStart(4, '0');
  const sent = (crc: string) =>
    Buffer.from(
      frame(segment)
        .toString()
        .replace(/.{4}\r\n$/, `${crc}\r\n`),
    );
  it('which variant fits is told, which is accepted is the caller’s', () => {
    const low = sent(modbus.slice(2) + modbus.slice(0, 2));
    expect(read(sent(modbus))).toMatchObject({ crcVariant: 'modbus-high-byte-first', accepted: false });
    expect(decode(low, { accept: ['modbus-low-byte-first'] })).toMatchObject({
      crcVariant: 'modbus-low-byte-first',
      accepted: true,
    });
  });
  it('of both bytes alike fits either order of bytes: the accepted one is told', () => {
    const alike = Array.from({ length: 2000 }, (_, n) => Buffer.from(`${HEAD}a34004-Rtd=${n}&&`)).find((bytes) => {
      const crc = crcModbus(bytes);
      return crc >> 8 === (crc & 0xff);
    }) as Buffer;
    const crc = crcModbus(alike).toString(16).toUpperCase().padStart(4, '0');
    const bytes = Buffer.from(
      frame(alike.toString())
        .toString()
        .replace(/.{4}\r\n$/, `${crc}\r\n`),
    );
    for (const variant of ['modbus-low-byte-first', 'modbus-high-byte-first'] as const)
      expect(decode(bytes, { accept: [variant] })).toMatchObject({ accepted: true, crcVariant: variant });
  });
  it('the test value of CRC-16/MODBUS', () => expect(crcModbus(Buffer.from('123456789'))).toBe(0x4b37));
  it('in lower case it is right all the same', () => {
    const lower = sent(crcHex(Buffer.from(segment)).toLowerCase());
    expect(read(lower).crcVariant).toBe('hj212');
  });
});

describe('text', () => {
  const segment = `${HEAD}i11001-Info=//清洗管路//&&`;
  it('is UTF-8, and its length counts bytes', () => {
    const message = read(frame(segment));
    expect(message).toMatchObject({ actualLength: Buffer.byteLength(segment), deviations: [] });
    expect(factorsOf(message)).toEqual({ i11001: { Info: '//清洗管路//' } });
  });
  it('of an old device it is GBK', () => {
    const gbk = Buffer.concat([
      Buffer.from(`${HEAD}i11001-Info=//`),
      Buffer.from('c7e5cfb4', 'hex'),
      Buffer.from('//&&'),
    ]);
    const message = read(frame(gbk.toString('latin1'), 'latin1'));
    expect(factorsOf(message)).toEqual({ i11001: { Info: '//清洗//' } });
    expect(message.deviations).toEqual([{ name: 'text-gbk', detail: '' }]);
  });
  it('that is none is kept byte by byte', () => {
    const message = read(frame(`${HEAD}i11001-Info=\xff\xfe&&`, 'latin1'));
    expect(factorsOf(message).i11001?.Info).toBe('\xff\xfe');
    expect(message.deviations).toEqual([{ name: 'text-unreadable', detail: '' }]);
  });
});

it('bytes without a frame are none', () => expect(decode(Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toBeNull());
