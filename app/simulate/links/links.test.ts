import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, factorsOf, fieldOf, item, qnAt, timeText } from '#protocols/hj-212';
import { answerScanner, qnKeyAt } from './flood/answers.ts';
import { writeNumber } from './flood/digits.ts';
import { templateOf } from './flood/template.ts';
import { Outbox } from './outbox.ts';
import type { Parcel } from './parcel.ts';
import { Histogram } from './tally.ts';

const parcel = (key: string, kind: Parcel['kind'] = 'data', awaits = true): Parcel => ({
  kind,
  key,
  what: '2011',
  stamps: [],
  awaits,
  bytes: () => new Uint8Array(),
});
const drain = (outbox: Outbox, now: number, admitted = true) => {
  const out: string[] = [];
  for (let one = outbox.next(now, admitted); one; one = outbox.next(now, admitted))
    out.push(`${one.parcel.key}${one.again ? ' again' : ''}`);
  return out;
};

describe('an outbox', () => {
  it('lets out what the window allows, and more with each answer', () => {
    const outbox = new Outbox({ window: 2, backlog: 10 });
    for (const key of 'abcd') outbox.add(parcel(key));
    expect(drain(outbox, 0)).toEqual(['a', 'b']);
    expect(outbox.answered('b')?.parcel.key).toBe('b');
    expect(drain(outbox, 1)).toEqual(['c']);
    expect(outbox.answered('x')).toBeNull();
    expect(outbox.open).toBe(3);
  });
  it('lets talk out before it is admitted, data only then', () => {
    const outbox = new Outbox({ window: 2, backlog: 10 });
    outbox.add(parcel('data'));
    outbox.add(parcel('login', 'talk'));
    expect(drain(outbox, 0, false)).toEqual(['login']);
    expect(drain(outbox, 0, true)).toEqual(['data']);
  });
  it('gives an answer without a name to the oldest that has none', () => {
    const outbox = new Outbox({ window: 5, backlog: 10 });
    const [first, second] = [parcel(''), parcel('')];
    for (const one of [first, parcel('named'), second]) outbox.add(one);
    drain(outbox, 0);
    expect(outbox.answered(null)?.parcel).toBe(first);
    expect(outbox.answered(null)?.parcel).toBe(second);
    expect(outbox.answered(null)).toBeNull();
  });
  it('repeats three times, then the line is dead and the packet comes back to the front', () => {
    const outbox = new Outbox({ window: 5, backlog: 10 });
    outbox.add(parcel('a'));
    drain(outbox, 0);
    expect(outbox.deadline(10)).toBe(10);
    for (const now of [10, 20, 30]) expect(outbox.overdue(now, 10, 3).again.map(({ key }) => key)).toEqual(['a']);
    expect(outbox.overdue(35, 10, 3)).toEqual({ again: [], dead: false });
    expect(outbox.overdue(40, 10, 3).dead).toBe(true);
    outbox.add(parcel('b'));
    expect(outbox.broken()).toBe(0);
    expect(drain(outbox, 50)).toEqual(['a again', 'b']);
    expect(outbox.answered('a')?.since).toBe(0);
  });
  it('gives up what was in vain on two lines, but not what a line broke under', () => {
    const outbox = new Outbox({ window: 5, backlog: 10 });
    outbox.add(parcel('a'));
    for (let line = 0; line < 5; line += 1) {
      drain(outbox, line);
      expect(outbox.broken()).toBe(0);
    }
    drain(outbox, 100);
    outbox.overdue(110, 10, 3);
    expect(outbox.broken()).toBe(0);
    drain(outbox, 200);
    outbox.overdue(210, 10, 3);
    expect(outbox.broken()).toBe(1);
    expect(outbox.open).toBe(0);
  });
  it('loses the oldest of a full backlog and says so', () => {
    const outbox = new Outbox({ window: 1, backlog: 2 });
    expect(['a', 'b', 'c'].map((key) => outbox.add(parcel(key)))).toEqual([0, 0, 1]);
    expect(drain(outbox, 0)).toEqual(['b']);
  });
});

describe('a template', () => {
  const factors = [
    { code: 'a34004', of: 'PM25', unit: 'µg/m³', times: 1, decimals: 0 },
    { code: 'a21005', of: 'CO', unit: 'mg/m³', times: 1, decimals: 3 },
    { code: 'a01001', of: 'TEMP', unit: '°C', times: 1, decimals: 1 },
  ] as const;
  const given = { st: '22', cn: '2011', pw: '123456', mn: '51D011010201000000000001', flag: 5, factors, suffix: 'Rtd' };
  const numbers = fc.array(fc.double({ min: -40, max: 9000, noNaN: true }), { minLength: 3, maxLength: 3 });
  const instants = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2039, 0, 1) });

  it('writes what the encoder of the protocol writes', () =>
    fc.assert(
      fc.property(
        instants,
        instants,
        numbers,
        fc.constantFrom('hj212' as const, 'modbus-low-byte-first' as const),
        (qn, stamp, values, crc) => {
          const template = templateOf({ ...given, crc });
          const out = Buffer.alloc(template.longest + 7);
          const end = template.write(out, 7, qn, stamp, values);
          const written = decode(out.subarray(7, end), { accept: [crc] })!;
          expect(written).toMatchObject({ qn: qnAt(qn), accepted: true, mn: given.mn, cn: '2011', flag: 5 });
          expect(written.deviations.filter(({ name }) => name !== 'crc-other-variant')).toEqual([]);
          expect(fieldOf(written, 'DataTime')).toBe(timeText(stamp));
          for (const [i, { code, decimals }] of factors.entries()) {
            const text = factorsOf(written)[code]!.Rtd!;
            expect(text).toMatch(decimals ? new RegExp(`^-?\\d+\\.\\d{${decimals}}$`) : /^-?\d+$/);
            expect(Math.abs(Number(text) - values[i]!)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
          }
          expect(encode(written, { crc })).toEqual(out.subarray(7, end));
        },
      ),
    ));
  it('writes numbers as people do', () => {
    const written = (value: number, decimals: number) => {
      const out = Buffer.alloc(20);
      return out.toString('latin1', 0, writeNumber(out, 0, value, decimals));
    };
    expect([
      written(0, 1),
      written(-0.04, 1),
      written(-3.25, 1),
      written(7.999, 2),
      written(1234, 0),
      written(0.05, 3),
    ]).toEqual(['0.0', '0.0', '-3.3', '8.00', '1234', '0.050']);
  });
});

describe('the scanner of answers', () => {
  const answer = (qn: string) =>
    encode({ qn, st: '91', cn: '9014', pw: '123456', mn: '51D011010201000000000001', flag: 4, groups: [] });
  const request = encode({
    qn: '20211012120000777',
    st: '22',
    cn: '1011',
    pw: '123456',
    mn: '51D011010201000000000001',
    flag: 5,
    groups: [[item('PolId', 'a34004')]],
  });
  it('names each data answer however the bytes are cut, and gives on what is none', () => {
    const bytes = Buffer.concat([answer('20211012120000123'), request, answer('20211031235959999')]);
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 8 }), (cuts) => {
        const [keys, others] = [[] as number[], [] as string[]];
        const scan = answerScanner(
          (key) => keys.push(key),
          (other) => others.push(other.toString('latin1')),
        );
        const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
        for (let i = 1; i < places.length; i += 1) scan(bytes.subarray(places[i - 1], places[i]));
        expect(keys).toEqual([12120000123, 31235959999]);
        expect(others).toEqual([request.toString('latin1')]);
      }),
    );
  });
  it('does not take an answer with a wrong checksum for one', () => {
    const bad = Buffer.from(
      answer('20211012120000123')
        .toString('latin1')
        .replace(/....\r\n$/, '0000\r\n'),
      'latin1',
    );
    const keys: number[] = [];
    answerScanner(
      (key) => keys.push(key),
      () => undefined,
    )(bad);
    expect(keys).toEqual([]);
  });
  it('knows an exchange by its QN from the day to the millisecond', () => {
    expect(qnKeyAt(Buffer.from('20211012120000123'), 0)).toBe(12120000123);
  });
});

describe('a histogram', () => {
  it('tells within which time a share lay, to five per cent', () => {
    const histogram = new Histogram();
    for (let ms = 1; ms <= 1000; ms += 1) histogram.add(ms);
    expect(histogram.within(0.5)!).toBeGreaterThan(475);
    expect(histogram.within(0.5)!).toBeLessThan(526);
    expect(histogram.within(1)).toBe(1000);
    expect(new Histogram().within(0.5)).toBeNull();
  });
});
