import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, frameReader, item } from '../index.ts';

const packet = (n: number, codes = 3): Buffer =>
  encode({
    qn: `2026010108000${String(n).padStart(4, '0')}`,
    st: '22',
    cn: '2011',
    pw: '123456',
    mn: '010000A8900016F000169DC0',
    flag: 5,
    groups: [
      [item('DataTime', '20260101080000')],
      ...Array.from({ length: codes }, (_, i) => [item(`a3400${i}-Rtd`, `${n}.${i}`), item(`a3400${i}-Flag`, 'N')]),
    ],
  });
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** What comes out when the bytes are cut at these places; all frames, then what was skipped. */
function readIn(bytes: Buffer, cuts: readonly number[], settle = true) {
  const reader = frameReader();
  const places = [0, ...[...cuts].map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const parts = places.slice(1).flatMap((to, i) => reader.push(bytes.subarray(places[i], to)));
  if (settle) parts.push(...reader.settle());
  return {
    frames: parts.flatMap((part) => (part.kind === 'frame' ? text(part.bytes) : [])),
    skipped: parts.flatMap((part) => (part.kind === 'skipped' ? text(part.bytes) : [])).join(''),
    held: reader.held(),
  };
}

const [one, two, three] = [packet(1), packet(2, 0), packet(3, 12)];
const whole = [one, two, three].map(text);
const cuts = fc.array(fc.nat(10_000), { maxLength: 40 });
const wrongLength = (frame: Buffer, length: number) =>
  Buffer.from(text(frame).replace(/^##\d{4}/, `##${String(length).padStart(4, '0')}`), 'latin1');
const real = (frame: Buffer) => Number(text(frame).slice(2, 6));

describe('several frames or a part of one arrive with a read', () => {
  it('the same frames come out however the bytes are cut', () => {
    fc.assert(
      fc.property(cuts, (at) => {
        expect(readIn(Buffer.concat([one, two, three]), at, false)).toEqual({ frames: whole, skipped: '', held: 0 });
      }),
    );
  });
  it('a frame is given out with its last byte, not with the next frame', () => {
    const reader = frameReader();
    expect(reader.push(one.subarray(0, -1))).toEqual([]);
    expect(reader.push(one.subarray(-1))).toHaveLength(1);
  });
  it('a frame without an end of line waits for silence', () => {
    const reader = frameReader();
    expect(reader.push(one.subarray(0, -2))).toEqual([]);
    expect(reader.settle()).toMatchObject([{ kind: 'frame', terminator: 'missing' }]);
  });
});

describe('noise between frames loses none', () => {
  const noise = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
  it('whatever bytes stand there, and however they are cut', () => {
    fc.assert(
      fc.property(noise, noise, cuts, (before, between, at) => {
        const { frames } = readIn(Buffer.concat([before, one, between, two, three]), at);
        expect(frames).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });
  it('not even bytes that look like heads and ends', () => {
    const telling = fc.constantFrom(...'##&&0199AQN=CPM;\r\n*'.split(''), '##0123', '##0099QN=1', '&&1C80', '\r\n');
    const looks = fc.array(telling, { maxLength: 20 }).map((pieces) => Buffer.from(pieces.join(''), 'latin1'));
    fc.assert(
      fc.property(looks, looks, cuts, (before, between, at) => {
        const bytes = Buffer.concat([before, one, between, two, between, three]);
        const { frames } = readIn(bytes, at);
        expect(frames.filter((frame) => whole.includes(frame))).toEqual(whole);
        expect(readIn(bytes, []).frames).toEqual(frames);
      }),
      { numRuns: 1000 },
    );
  });
  it.each([
    ['hashes', '###'],
    ['a head without a frame', '##0123'],
    ['a head that promises much', '##9999'],
    ['the beginning of a frame', text(one).slice(0, 70)],
    ['a frame that lost its end', text(one).slice(0, -8)],
    ['a head of letters', '##QN=1'],
    ['zero bytes', '\0\0\0'],
  ])('%s', (_, noise) => {
    const bytes = Buffer.from(`${noise}${whole.join(noise)}`, 'latin1');
    const { frames } = readIn(bytes, []);
    expect(frames).toEqual(expect.arrayContaining(whole));
    fc.assert(
      fc.property(cuts, (at) => {
        expect(readIn(bytes, at).frames).toEqual(frames);
      }),
      { numRuns: 50 },
    );
  });
  it('not even when length and checksum of noise and frame together happen to fit', () => {
    const noise = Buffer.from('##0123&&&1C80');
    expect(readIn(Buffer.concat([noise, two]), []).frames).toContain(whole[1]);
  });
  it('what is no frame is given out as well', () => {
    expect(readIn(Buffer.concat([Buffer.from('GET / HTTP/1.1'), one]), []).skipped).toBe('GET / HTTP/1.1');
  });
});

describe('a declared length that is wrong', () => {
  it.each([1, -1, 4, 13, -13, 500, -100])('by %i bytes: the frame is found by its end', (error) => {
    const wrong = wrongLength(one, real(one) + error);
    const expected = [text(wrong), whole[1], whole[2]];
    fc.assert(
      fc.property(cuts, (at) => {
        expect(readIn(Buffer.concat([wrong, two, three]), at).frames).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
  it('and too long on a silent line: silence decides', () => {
    const wrong = wrongLength(one, 2000);
    expect(readIn(wrong, []).frames).toEqual([text(wrong)]);
  });
});

describe('ends of frames', () => {
  it.each([
    ['**', 'stars'],
    ['\n', 'half'],
    ['\r', 'half'],
    ['\\r\\n', 'spelt'],
    ['', 'missing'],
  ])('%j', (end, terminator) => {
    const frame = Buffer.concat([one.subarray(0, -2), Buffer.from(end)]);
    const reader = frameReader();
    const parts = [...reader.push(Buffer.concat([frame, two, frame])), ...reader.settle()];
    expect(parts).toMatchObject([
      { kind: 'frame', terminator },
      { kind: 'frame', terminator: 'crlf' },
      { kind: 'frame', terminator },
    ]);
    expect(parts.map((part) => text(part.bytes))).toEqual([text(frame), whole[1], text(frame)]);
  });
  it('a relay that cuts the marks of the data area off', () => {
    const cut = `${text(one).replace(/&&/g, '')}`;
    expect(readIn(Buffer.from(cut + whole[1], 'latin1'), []).frames).toEqual([cut, whole[1]]);
  });
});

describe('memory', () => {
  it('a head without an end is held up to the longest frame and then given up', () => {
    const reader = frameReader({ longestSegment: 1024 });
    for (let i = 0; i < 100; i += 1) {
      reader.push(Buffer.from(`##9999QN=${'x'.repeat(90)}`));
      expect(reader.held()).toBeLessThan(1200);
    }
    expect(reader.push(one).at(-1)).toMatchObject({ kind: 'frame' });
  });
});
