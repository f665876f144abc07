import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hexOf, measured } from '#protocols/fields';
import { conformantFrame, cut, cuts, joinedBytes, noiseWithout } from '../../tests/protocols/conformant.ts';
import { captured } from '../../tests/protocols/frames.ts';
import {
  answerGb32960,
  answerGb32960Time,
  DIALECT,
  decodeGb32960,
  encodeGb32960,
  type Gb32960Message,
  gb32960Reader,
} from './index.ts';

const FRAMES = captured('gb32960');
const frameOf = (line: number) => FRAMES[line - 1]?.bytes as Uint8Array;
const frames = conformantFrame(DIALECT, 'platform');
const again = ({ envelope, body }: Gb32960Message) => envelope && encodeGb32960(envelope, body);

describe('captured frames', () => {
  it.each(FRAMES)('line $line is written again as it came', ({ bytes }) => {
    expect(again(decodeGb32960(bytes))).toEqual(bytes);
  });

  it('encryption 0 is read as plain and named, and so are bytes behind the last field', () => {
    const { deviations, body } = decodeGb32960(frameOf(1));
    expect(deviations.map(({ code, found }) => [code, found])).toEqual([
      ['value-reserved', '0'],
      ['trailing-bytes', '20'],
    ]);
    expect(body.kind === 'record' && hexOf(body.rest).slice(0, 14)).toBe('31323334353637');
  });

  it('a bus tells all of its 108 cells', () => {
    const { body } = decodeGb32960(frameOf(4));
    const block = body.kind === 'report' ? body.blocks.find(({ name }) => name === 'cellVoltages') : undefined;
    const systems = block?.name === 'cellVoltages' && Array.isArray(block.values.systems) ? block.values.systems : [];
    expect(systems[0]?.cellVolts).toHaveLength(108);
    expect(systems[0]?.cellVolts.at(-1)).toBe(4.009);
  });
});

describe('frames of every kind', () => {
  it('are written again as they came', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const message = decodeGb32960(frame);
        expect(message.deviations).toEqual([]);
        expect(again(message)).toEqual(frame);
      }),
    );
  });

  it('are all found, however the stream is cut and whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(noiseWithout(0x23), frames), { maxLength: 5 }), cuts, (parts, lengths) => {
        const reader = gb32960Reader();
        const pieces = cut(joinedBytes(parts.flat()), lengths).flatMap((piece) => reader.push(piece));
        const found = pieces.filter(({ kind }) => kind === 'frame').map((piece) => piece.bytes);
        expect(found).toEqual(parts.map(([, frame]) => frame));
      }),
    );
  });
});

describe('invalid and abnormal', () => {
  const reportOf = (hex: string) => {
    const frame = decodeGb32960(frameOf(2));
    if (!frame.envelope) throw new Error('no envelope');
    const bytes = Uint8Array.from(Buffer.from(`180101000000${hex}`, 'hex'));
    return decodeGb32960(encodeGb32960(frame.envelope, { kind: 'kept', bytes }));
  };
  it('stay apart', () => {
    const message = reportOf('04FEFFFFFFFE');
    expect(message.body).toMatchObject({
      blocks: [{ values: { engine: 'abnormal', crankshaftRpm: null, fuelLitresPer100Km: 'abnormal' } }],
    });
    expect(hexOf(again(message) ?? new Uint8Array()).slice(-14, -2)).toBe('04FEFFFFFFFE');
    expect(measured('abnormal')).toBeNull();
  });
  it('counts can be either, and then nothing follows them', () => {
    const message = reportOf('070000000000FFFE0000');
    expect(message.deviations).toEqual([]);
    expect(message.body).toMatchObject({ blocks: [{ values: { batteryFaults: null, motorFaults: 'abnormal' } }] });
  });
  it('a block of a maker is kept and what follows is read', () => {
    const { body, deviations } = reportOf('810003ABCDEF0401032000FF');
    expect(body).toMatchObject({ blocks: [{ type: 0x81, hex: 'ABCDEF' }, { name: 'engine' }] });
    expect(deviations).toEqual([]);
  });
  it('a block of no table hides what follows, which is kept', () => {
    const { body, deviations } = reportOf('0401032000FF3001020304');
    expect(body).toMatchObject({ blocks: [{ name: 'engine' }, { name: 'kept', hex: '3001020304' }] });
    expect(deviations.map(({ code }) => code)).toEqual(['block-unknown']);
  });
});

describe('answers', () => {
  it('keep the time and nothing else', () => {
    const asked = decodeGb32960(frameOf(2));
    const answer = decodeGb32960(answerGb32960(asked, 'ok'));
    expect(answer).toMatchObject({
      envelope: { command: 2, response: 1, vin: asked.envelope?.vin },
      body: { kind: 'answer', values: { time: '2018-10-29T15:13:58+08:00' } },
      deviations: [],
    });
    expect(decodeGb32960(answerGb32960(asked, 'vin-twice')).envelope?.response).toBe(3);
  });
  it('tell a terminal the time', () => {
    const { envelope } = decodeGb32960(frameOf(2));
    if (!envelope) throw new Error('no envelope');
    const asked = encodeGb32960({ ...envelope, command: 8 }, { kind: 'kept', bytes: new Uint8Array() });
    const answer = answerGb32960Time(decodeGb32960(asked), '2026-11-26T08:00:00+08:00');
    expect(decodeGb32960(answer).body).toMatchObject({ values: { time: '2026-11-26T08:00:00+08:00' } });
  });
});
