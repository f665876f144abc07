import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked } from '#protocols/fields';
import { conformantFrame, cut, cuts, joinedBytes, noiseWithout } from '../../tests/protocols/conformant.ts';
import { captured } from '../../tests/protocols/frames.ts';
import {
  DIALECT,
  decodeGb17691,
  encodeGb17691,
  gb17691Reader,
  noxReading,
  PERSONAL,
  positionOf,
  terminalEnvelope,
} from './index.ts';

const FRAMES = captured('gb17691');
const frameOf = (line: number) => FRAMES[line - 1]?.bytes as Uint8Array;
const frames = conformantFrame(DIALECT, 'terminal');
const read = (pieces: readonly Uint8Array[]) => {
  const reader = gb17691Reader();
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
};
const streamOf = (raw: Uint8Array) => {
  const { body } = decodeGb17691(raw);
  const block = body.kind === 'report' ? body.blocks.find(({ name }) => name === 'stream') : undefined;
  if (block?.name !== 'stream') throw new Error('no stream');
  return block.values;
};

describe('captured frames', () => {
  it.each(FRAMES.filter(({ kind }) => kind === 'frame'))('line $line is written again as it came', ({ bytes }) => {
    const { envelope, body } = decodeGb17691(bytes);
    expect(envelope && encodeGb17691(envelope, body)).toEqual(bytes);
  });

  it('an engine stream is read in the units of the standard', () => {
    expect(streamOf(frameOf(4))).toMatchObject({
      speedKmh: 137.05859375,
      netTorquePercent: -3,
      engineRpm: 4327.125,
      noxUpstreamPpm: -199.9,
      scrOutCelsius: 300,
      longitudeDegrees: 99.391613,
      odometerKm: 240812918.6,
    });
  });

  it('OBD bytes that the standard reserves are kept and named', () => {
    const { deviations } = decodeGb17691(frameOf(6));
    expect(deviations.map(({ code, field, found }) => [code, field, found])).toEqual([
      ['value-reserved', 'protocol', '35'],
      ['value-reserved', 'mil', '35'],
    ]);
  });

  it.each(FRAMES.filter(({ kind }) => kind === 'stream'))(
    'the frames of stream $line are found however it is cut, and nothing is lost',
    ({ bytes, expect: { good_frames_offset_length: good } }) => {
      for (const length of [1, 2, 7, 170, 9999]) {
        const pieces = read(cut(bytes, [length]));
        const found = pieces.filter(({ kind }) => kind === 'frame');
        expect(found.map((piece) => [piece.offset, piece.bytes.length])).toEqual(good);
        expect(joinedBytes(pieces.map((piece) => piece.bytes))).toEqual(bytes);
      }
    },
  );
});

describe('frames of every kind', () => {
  it('are written again as they came', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const { envelope, body, deviations } = decodeGb17691(frame);
        expect(deviations).toEqual([]);
        expect(envelope && encodeGb17691(envelope, body)).toEqual(frame);
      }),
    );
  });

  it('are all found, however the stream is cut and whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(noiseWithout(0x23), frames), { maxLength: 5 }), cuts, (parts, lengths) => {
        const bytes = joinedBytes(parts.flat());
        const pieces = read(cut(bytes, lengths));
        const found = pieces.filter(({ kind }) => kind === 'frame').map((piece) => piece.bytes);
        expect(found).toEqual(parts.map(([, frame]) => frame));
        expect(joinedBytes(pieces.map((piece) => piece.bytes))).toEqual(bytes);
      }),
    );
  });

  it('a stream of any bytes gives the same frames in pieces as at once', () => {
    const any = fc.array(fc.oneof(fc.uint8Array({ maxLength: 40 }), frames, fc.constant(Uint8Array.of(0x23, 0x23))));
    fc.assert(
      fc.property(any, cuts, (parts, lengths) => {
        const bytes = joinedBytes(parts);
        const only = (pieces: ReturnType<typeof read>) =>
          pieces.filter(({ kind }) => kind === 'frame').map(({ offset }) => offset);
        expect(only(read(cut(bytes, lengths)))).toEqual(only(read([bytes])));
      }),
    );
  });
});

describe('frames that are not as they should be', () => {
  const good = frameOf(4);
  const changed = (at: number, value: number) => good.map((byte, i) => (i === at ? value : byte));
  const codes = (raw: Uint8Array) => decodeGb17691(raw).deviations.map(({ code }) => code);

  it.each([
    ['a wrong checksum', changed(100, 0x44), ['checksum-wrong']],
    ['a wrong length', changed(23, 0x90), ['length-wrong', 'checksum-wrong']],
    ['another start', changed(0, 0x24), ['start-wrong']],
    ['a stump', good.subarray(0, 20), ['frame-short']],
  ])('%s is named', (_, raw, expected) => expect(codes(raw)).toEqual(expected));

  it('a block that is cut off is kept from there on, what stands before it is read', () => {
    const body = decodeGb17691(good).body;
    const envelope = terminalEnvelope('realtime', 'LTEST000000000001');
    const whole = encodeGb17691(envelope, body);
    const shorter = encodeGb17691(envelope, { kind: 'kept', bytes: whole.slice(24, -3) });
    const { body: read, deviations } = decodeGb17691(shorter);
    expect(read.kind === 'report' && read.blocks.map(({ name }) => name)).toEqual(['obd', 'kept']);
    expect(deviations.map(({ code, field }) => [code, field])).toEqual([['truncated', 'odometerKm']]);
    expect(encodeGb17691(envelope, read)).toEqual(shorter);
  });

  it('an unknown command and encrypted data are kept', () => {
    for (const [at, value, code] of [
      [2, 0x77, 'command-unknown'],
      [21, 3, 'encrypted'],
    ] as const) {
      const { body, deviations } = decodeGb17691(changed(at, value));
      expect(body).toMatchObject({ kind: 'kept', bytes: good.subarray(24, -1) });
      expect(deviations[1]?.code).toBe(code);
    }
  });

  it('a reader waits for one frame at most: a false start with a huge length is noise', () => {
    const reader = gb17691Reader(1000);
    reader.push(Uint8Array.from([0x23, 0x23, ...new Array(20).fill(0x41), 0xff, 0xff]));
    expect(reader.waiting).toBe(0);
    for (let i = 0; i < 5000; i++) reader.push(Uint8Array.of(0x23, 0x23, 0x02));
    expect(reader.waiting).toBeLessThanOrEqual(1025);
  });

  it('a frame behind a false start is found when the line falls silent', () => {
    const reader = gb17691Reader();
    const false_ = Uint8Array.from([0x23, 0x23, ...new Array(20).fill(0x41), 0x10, 0x00]);
    expect(reader.push(joinedBytes([false_, good]))).toEqual([]);
    expect(reader.end().map(({ kind, offset }) => [kind, offset])).toEqual([
      ['noise', 0],
      ['frame', false_.length],
    ]);
  });
});

describe('whether a value can be believed', () => {
  it('NOx of a raw zero is no reading', () => {
    expect([-200, null, 0, 45].map(noxReading)).toEqual([null, null, 0, 45]);
  });

  const at = (positionStatus: number, longitudeDegrees: number | null, latitudeDegrees: number | null) =>
    positionOf({ positionStatus, longitudeDegrees, latitudeDegrees });
  it.each([
    ['fixed in Beijing', at(0, 116.36, 39.91), [116.36, 39.91], []],
    ['fixed, but nowhere', at(0, 0, 0), [null, null], ['fixed-without-coordinates']],
    ['fixed, but invalid', at(0, null, null), [null, null], ['fixed-without-coordinates']],
    ['the last known place', at(1, 116.36, 39.91), [null, null], ['coordinates-without-fix']],
    ['nothing known', at(1, 0, 0), [null, null], []],
    ['south by one reading, west by the other', at(2, 116.36, 39.91), [116.36, -39.91], ['hemisphere-bits-differ']],
    ['latitude and longitude swapped', at(0, 39.91, 116.36), [null, null], ['out-of-range']],
  ])('%s', (_, position, place, doubts) => {
    expect([position.longitudeDegrees, position.latitudeDegrees]).toEqual(place);
    expect(position.doubts).toEqual(doubts);
  });

  it('the other order of the hemisphere bits is a setting', () => {
    const placed = { positionStatus: 2, longitudeDegrees: 116.36, latitudeDegrees: 39.91 };
    expect(positionOf(placed, { fixedWhen: 0, southBit: 2, westBit: 1 }).longitudeDegrees).toBe(-116.36);
  });
});

it('a log shows neither vehicle number nor SIM card nor where exactly', () => {
  const shown = JSON.stringify([
    masked(decodeGb17691(frameOf(5)), PERSONAL),
    masked(decodeGb17691(frameOf(4)), PERSONAL),
  ]);
  for (const hidden of ['LTESTGB1769100004', '89860000000000000001', 'LTEPCA000JF260134', '99.391613'])
    expect(shown).not.toContain(hidden);
  expect(shown).toContain('LTE************04');
});
