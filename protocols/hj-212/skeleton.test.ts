import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crcHj212,
  decodeFrame,
  encode,
  factorsOf,
  fieldOf,
  firstFrame,
  fitSkeleton,
  type Hj212Frame,
  instantOf,
  item,
  qnAt,
  skeletonOf,
  timeText,
} from './index.ts';

type Value = string;
const frameOf = (at: number, values: readonly Value[], flag = 'N', qn = qnAt(at + 123)): Hj212Frame =>
  firstFrame(
    encode({
      qn,
      st: '22',
      cn: '2011',
      pw: '123456',
      mn: '010000A8900016F000169DC0',
      flag: 5,
      groups: [
        [item('DataTime', timeText(at))],
        ...values.map((value, i) => [item(`a3400${i}-Rtd`, value), item(`a3400${i}-Flag`, flag)]),
      ],
    }),
  )!;
const START = Date.UTC(2021, 9, 1);
const number = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([whole, places]) => (whole / 10 ** places).toFixed(places))
  .filter((text) => /^-?\d{1,9}(\.\d{1,6})?$/.test(text));

describe('a packet that fits the skeleton of an earlier one', () => {
  it('reads the same by it as in full, whatever its numbers and times', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 4, maxLength: 4 }),
        fc.array(number, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 400 * 86_400 }),
        (first, second, seconds) => {
          const learnt = frameOf(START, first);
          const skeleton = skeletonOf(decodeFrame(learnt), learnt)!;
          const frame = frameOf(START + seconds * 1000, second);
          const full = decodeFrame(frame);
          const out = new Float64Array(skeleton.items.length);
          const found = fitSkeleton(skeleton, frame, out)!;
          expect(found.at).toBe(instantOf(fieldOf(full, 'DataTime')!));
          expect(frame.bytes.toString('latin1', found.qnAt, found.qnAt + 17)).toBe(full.qn);
          const factors = factorsOf(full);
          expect([...out]).toEqual(skeleton.items.map(({ code, suffix }) => Number(factors[code]![suffix!])));
        },
      ),
      { numRuns: 500 },
    );
  });

  const learnt = frameOf(START, ['1.5', '2', '3', '4']);
  const skeleton = skeletonOf(decodeFrame(learnt), learnt)!;
  const out = new Float64Array(4);

  it.each([
    ['another flag', frameOf(START, ['1.5', '2', '3', '4'], 'D')],
    ['one item less', frameOf(START, ['1.5', '2', '3'])],
    ['a number in another writing', frameOf(START, ['1.5e3', '2', '3', '4'])],
    ['no number', frameOf(START, ['--', '2', '3', '4'])],
    ['nothing', frameOf(START, ['', '2', '3', '4'])],
    ['a point without digits behind it', frameOf(START, ['1.', '2', '3', '4'])],
    ['a QN that is none', frameOf(START, ['1', '2', '3', '4'], 'N', '2021100100000012X')],
  ])('does not fit with %s', (_, frame) => {
    expect(fitSkeleton(skeleton, frame, out)).toBeNull();
  });

  it('does not fit with a day that the calendar does not have', () => {
    const frame = frameOf(START, ['1', '2', '3', '4']);
    const text = frame.bytes.toString('latin1').replace(/DataTime=\d{14}/, 'DataTime=20210231000000');
    expect(fitSkeleton(skeleton, { ...frame, bytes: Buffer.from(text, 'latin1') }, out)).toBeNull();
  });

  it('never reads what a full reading would read otherwise, whatever byte is another one', () => {
    const values = ['1.5', '-20.25', '3', '400'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0x20, max: 0x7e }), (where, byte) => {
        const bytes = Buffer.from(frameOf(START, values).bytes);
        bytes[6 + (where % (bytes.length - 12))] = byte;
        bytes.write(
          crcHj212(bytes, 6, bytes.length - 6)
            .toString(16)
            .toUpperCase()
            .padStart(4, '0'),
          bytes.length - 6,
        );
        const frame = firstFrame(bytes);
        if (!frame || frame.bytes.length !== bytes.length) return;
        const learntHere = skeletonOf(decodeFrame(learnt), learnt)!;
        const numbers = new Float64Array(4);
        const found = fitSkeleton(learntHere, frame, numbers);
        if (!found) return;
        const full = decodeFrame(frame);
        expect(full.deviations).toEqual([]);
        expect({ ...full, groups: null, qn: null, bytes: null, crc: null, crcText: null }).toEqual({
          ...learntHere.of,
          groups: null,
          qn: null,
          bytes: null,
          crc: null,
          crcText: null,
          actualLength: full.actualLength,
          declaredLength: full.declaredLength,
        });
        expect(found.at).toBe(instantOf(fieldOf(full, 'DataTime')!));
        const factors = factorsOf(full);
        expect([...numbers]).toEqual(learntHere.items.map(({ code, suffix }) => Number(factors[code]![suffix!])));
        for (const code of Object.keys(factors)) expect(factors[code]!.Flag).toBe('N');
      }),
      { numRuns: 3000 },
    );
  });

  it('is not learnt from one that departs from the standard', () => {
    const text = learnt.bytes.toString('latin1');
    const noQn = firstFrame(Buffer.from(text.replace(/^##\d{4}QN=\d{17};/, '##0000'), 'latin1'));
    if (noQn) expect(skeletonOf(decodeFrame(noQn), noQn)).toBeNull();
    const odd = frameOf(START, ['1', '2', '3', '4'], 'n');
    expect(skeletonOf(decodeFrame(odd), odd)).toBeNull();
  });
});
