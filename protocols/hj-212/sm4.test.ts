import { describe, expect, it } from 'vitest';
import { decode, encode, factorsOf, item, sealArea, sm4Blocks } from './index.ts';

const KEY = Buffer.alloc(16, 0x30);
const hex = (text: string) => Buffer.from(text, 'hex');

describe('SM4', () => {
  it('gives the example of GB/T 32907', () => {
    const key = hex('0123456789ABCDEFFEDCBA9876543210');
    expect(sm4Blocks('encrypt', key, key).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });
  it('leaves a rest below 16 bytes plain, and a text of only that', () => {
    expect(sealArea(Buffer.from('DataTime=2024'), KEY, 'hex').toString()).toBe('DataTime=2024');
    const sealed = sm4Blocks('encrypt', Buffer.from('0123456789abcdefg=N'), KEY);
    expect(sealed.subarray(16).toString()).toBe('g=N');
    expect(sm4Blocks('decrypt', sealed, KEY).toString()).toBe('0123456789abcdefg=N');
  });
  it('refuses a key of another length', () => {
    expect(() => sm4Blocks('encrypt', KEY, Buffer.alloc(15))).toThrow(/16 bytes/);
  });
});

describe('a packet of HJ 212-2025 whose data area is encrypted', () => {
  const draft = {
    qn: '20260101080000123',
    st: '31',
    cn: '2011',
    pw: '123456',
    mn: '010000A8900016F000169DC0',
    flag: 9,
    groups: [[item('DataTime', '20260101080000')], [item('a34013-Rtd', '12.5'), item('a34013-Flag', 'N')]],
  };
  it.each(['bytes', 'hex', 'printed'] as const)(
    'as %s: length and checksum are those of the plain text',
    (cipherForm) => {
      const bytes = encode(draft, { key: KEY, cipherForm });
      expect(bytes.subarray(0, 6)).toEqual(encode(draft).subarray(0, 6));
      const message = decode(bytes, { key: KEY });
      expect(message).toMatchObject({ accepted: true, cipher: cipherForm, deviations: [] });
      expect(factorsOf(message!)).toEqual({ a34013: { Rtd: '12.5', Flag: 'N' } });
    },
  );
  it.each([
    [undefined, 'encrypted-without-key'],
    [Buffer.alloc(16, 0x31), 'encrypted-key-wrong'],
  ])('without the right key the header is read and the area stays closed', (key, name) => {
    const bytes = encode(draft, { key: KEY });
    const message = decode(bytes, { key });
    expect(message).toMatchObject({ mn: draft.mn, needAck: true, groups: [], accepted: false });
    expect(message?.deviations[0]?.name).toBe(name);
    expect(message?.bytes.equals(bytes)).toBe(true);
  });
  it('in the clear it is read in spite of a key', () => {
    expect(decode(encode(draft), { key: KEY })).toMatchObject({ accepted: true, cipher: null, deviations: [] });
  });
  it('an area that is named in hex digits is not taken for a cipher', () => {
    const clear = { ...draft, groups: [[item('a34004a34004a34004', '0123456789abcdef')]] };
    expect(decode(encode(clear), { key: KEY })).toMatchObject({ accepted: true, cipher: null });
  });
});
