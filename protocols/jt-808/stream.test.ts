import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfRows, cut, cuts, joinedBytes, noiseWithout } from '../../tests/protocols/conformant.ts';
import { captured } from '../../tests/protocols/frames.ts';
import {
  AUTHENTICATION,
  decodeJt808,
  encodeJt808,
  encodeJt808Parts,
  GENERAL_ANSWER,
  type Header,
  Jt808Reader,
  LOCATION,
  LONGEST_FRAME,
  PartAssembler,
  REGISTRATION,
  REGISTRATION_ANSWER,
  RESEND,
} from './index.ts';

const digits = (count: number) =>
  fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((all) => all.join(''));
const serial = fc.nat(0xffff);
const headers: fc.Arbitrary<Header> = fc.oneof(
  fc
    .record({ phone: digits(12), serial })
    .map((drawn) => headerOf({ ...drawn, edition: '2013', protocolVersion: null })),
  fc
    .record({ phone: digits(20), serial, protocolVersion: fc.integer({ min: 1, max: 9 }) })
    .map((drawn) => headerOf({ ...drawn, edition: '2019' })),
);
const headerOf = (drawn: Pick<Header, 'phone' | 'serial' | 'edition' | 'protocolVersion'>): Header => ({
  id: 0x0200,
  encryption: 0,
  part: null,
  ...drawn,
});

const item = fc
  .record({ id: fc.integer({ min: 0xe0, max: 0xff }), bytes: fc.uint8Array({ maxLength: 12 }) })
  .map(({ id, bytes }) => joinedBytes([Uint8Array.of(id, bytes.length), bytes]));
const location = fc
  .tuple(bytesOfRows(LOCATION), fc.array(item, { maxLength: 4 }))
  .map(([fixed, items]) => joinedBytes([fixed, ...items]));
const batch = fc
  .array(location, { maxLength: 4 })
  .map((all) =>
    joinedBytes([
      Uint8Array.of(0, all.length, 1),
      ...all.flatMap((one) => [Uint8Array.of(one.length >> 8, one.length & 0xff), one]),
    ]),
  );
const bodies = (edition: '2013' | '2019') =>
  fc.constantFrom<[number, fc.Arbitrary<Uint8Array>]>(
    [0x0001, bytesOfRows(GENERAL_ANSWER)],
    [0x0002, fc.constant(new Uint8Array())],
    [0x0005, bytesOfRows(RESEND[edition])],
    // the colour of a plate tells the registration of 2013 from that of 2011
    [0x0100, bytesOfRows(REGISTRATION[edition]).map((bytes) => (edition === '2013' ? bytes.fill(2, 36, 37) : bytes))],
    [0x0102, bytesOfRows(AUTHENTICATION[edition])],
    [0x0200, location],
    [0x0704, batch],
    [0x8001, bytesOfRows(GENERAL_ANSWER)],
    [0x8100, bytesOfRows(REGISTRATION_ANSWER)],
  );
const messages = headers.chain((header) =>
  bodies(header.edition).chain(([id, body]) => body.map((bytes) => ({ header: { ...header, id }, bytes }))),
);
const frames = messages.map(({ header, bytes }) => encodeJt808(header, { kind: 'kept', bytes }));
/** What stands between frames is no frame itself: the length it would declare is not its own. */
const noise = noiseWithout(0x7e, 0x7d).map((bytes) => bytes.fill(0xff, 2, 4));

const read = (pieces: readonly Uint8Array[]) => {
  const reader = new Jt808Reader();
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
};
const framesOf = (pieces: ReturnType<typeof read>) => pieces.filter(({ kind }) => kind === 'frame');

describe('frames of every kind', () => {
  it('are written again as they came', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const { header, body, deviations } = decodeJt808(frame);
        expect(deviations).toEqual([]);
        expect(header && encodeJt808(header, body)).toEqual(frame);
      }),
    );
  });

  it('are all found, however the stream is cut and whatever stands between them, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, frames), { maxLength: 5 }), noise, cuts, (parts, last, lengths) => {
        const bytes = joinedBytes([...parts.flat(), last]);
        const pieces = read(cut(bytes, lengths));
        expect(framesOf(pieces).map((piece) => piece.bytes)).toEqual(parts.map(([, frame]) => frame));
        expect(joinedBytes(pieces.map((piece) => piece.bytes))).toEqual(bytes);
      }),
    );
  });

  it('a stream of any bytes gives the same frames in pieces as at once', () => {
    const any = fc.array(fc.oneof(fc.uint8Array({ maxLength: 40 }), frames, fc.constant(Uint8Array.of(0x7e))));
    fc.assert(
      fc.property(any, cuts, (parts, lengths) => {
        const bytes = joinedBytes(parts);
        const places = (pieces: ReturnType<typeof read>) => framesOf(pieces).map(({ offset }) => offset);
        expect(places(read(cut(bytes, lengths)))).toEqual(places(read([bytes])));
      }),
    );
  });
});

describe('flags', () => {
  const frame = captured('jt808')[8]?.bytes as Uint8Array;
  const count = (pieces: readonly Uint8Array[]) => framesOf(read(pieces)).length;
  it('one may be shared by two frames', () => expect(count([frame, frame.subarray(1)])).toBe(2));
  it('one that is lost costs the frame it belongs to, not the next', () => {
    expect(count([frame.subarray(0, -1), frame, frame])).toBe(3);
    expect(count([frame.subarray(0, -3), frame])).toBe(1);
    expect(count([Uint8Array.of(0x7e, 0x7e, 0x7e), frame])).toBe(1);
  });
  it('without one, no more waits than the longest frame takes', () => {
    const reader = new Jt808Reader();
    reader.push(Uint8Array.of(0x7e));
    for (let i = 0; i < 100; i++) {
      reader.push(new Uint8Array(300));
      expect(reader.waiting).toBeLessThanOrEqual(LONGEST_FRAME);
    }
    expect(framesOf(reader.push(frame))).toHaveLength(1);
  });
});

describe('long messages', () => {
  const header = headerOf({ phone: '013900001234', serial: 65535, edition: '2013', protocolVersion: null });
  const parts = (id: number, bytes: Uint8Array, longest?: number) =>
    encodeJt808Parts({ ...header, id }, { kind: 'kept', bytes }, longest).map(decodeJt808);

  it('come together from their parts in any order, one of them twice', () => {
    const order = fc.array(fc.nat(50), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(batch, fc.integer({ min: 8, max: 40 }), order, (bytes, longest, ranks) => {
        const packets = parts(0x0704, bytes, longest).filter(({ header }) => header?.part);
        fc.pre(packets.length > 1);
        const shuffled = packets
          .map((packet, i) => ({ packet, rank: ranks[i % ranks.length] as number }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ packet }) => packet);
        const assembler = new PartAssembler();
        assembler.add(shuffled[0] as (typeof shuffled)[number], 0);
        const outcomes = shuffled.map((packet) => assembler.add(packet, 0));
        const last = outcomes.pop();
        expect(outcomes.every(({ kind }) => kind === 'waiting')).toBe(true);
        expect(last?.kind === 'whole' && last.message.raw).toEqual(bytes);
        expect(last?.kind === 'whole' && last.message.header).toEqual({ ...header, id: 0x0704 });
        expect(assembler.held).toBe(0);
      }),
    );
  });

  it('are asked for again and given up when the caller says so', () => {
    const assembler = new PartAssembler();
    const [, second] = parts(0x0704, new Uint8Array(3000));
    expect(assembler.add(second as typeof second & object, 100)).toEqual({ kind: 'waiting', have: 1, total: 3 });
    expect(assembler.unfinishedBefore(100)).toEqual([]);
    expect(assembler.unfinishedBefore(101)).toMatchObject([{ firstSerial: 65535, missing: [1, 3] }]);
    expect(assembler.drop(101)).toHaveLength(1);
    expect([assembler.held, assembler.drop(101)]).toEqual([0, []]);
  });

  it('take no more memory than is allowed', () => {
    const assembler = new PartAssembler({ parts: 4, bytes: 2000, messages: 2 });
    const first = (id: number, size: number) =>
      parts(id, new Uint8Array(size), 900)[0] as ReturnType<typeof decodeJt808>;
    expect(assembler.add(first(1, 9000), 0)).toEqual({ kind: 'refused', why: 'too many parts' });
    expect(assembler.add(first(2, 1000), 0)).toMatchObject({ kind: 'waiting' });
    expect(assembler.add(first(3, 1000), 0)).toMatchObject({ kind: 'waiting' });
    expect(assembler.add(first(4, 1000), 0)).toEqual({ kind: 'refused', why: 'too much' });
    expect(assembler.add(decodeJt808(encodeJt808(header, { kind: 'kept', bytes: new Uint8Array() })), 0)).toEqual({
      kind: 'refused',
      why: 'no part',
    });
    expect(assembler.held).toBe(1800);
  });
});
