import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked } from '#protocols/fields';
import type { Envelope } from '#protocols/vehicle-link';
import { conformantFrame, cut, cuts, joinedBytes, noiseWithout } from '../../tests/protocols/conformant.ts';
import { captured } from '../../tests/protocols/frames.ts';
import {
  answerHj1239,
  decodeHj1239,
  encodeHj1239,
  type Hj1239Message,
  hj1239Reader,
  PERSONAL,
  PLATFORM_LINK,
  TERMINAL_LINK,
} from './index.ts';

const FRAMES = captured('hj1239');
const frameOf = (line: number) => FRAMES[line - 1]?.bytes as Uint8Array;
const again = ({ envelope, body }: Hj1239Message) => envelope && encodeHj1239(envelope, body);
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const TERMINAL: Envelope = {
  start: 0x23,
  head: 'terminal',
  command: 2,
  response: null,
  softwareVersion: 1,
  vin: 'LTEST000000000001',
  encryption: 1,
};
const reported = (hex: string, envelope = TERMINAL) =>
  decodeHj1239(encodeHj1239(envelope, { kind: 'kept', bytes: bytes(`1A0B17080000 0007 ${hex}`) }));
const names = ({ body }: Hj1239Message) => (body.kind === 'report' ? body.blocks.map(({ name }) => name) : []);
const HYBRID = '04 1A0B17080000 0BB8 32 0DAC 2710 50';
const SIGNATURE = `20${'A1'.repeat(32)}20${'B2'.repeat(32)}`;

describe('captured frames of the platform link', () => {
  it.each(FRAMES)('line $line is written again as it came', ({ bytes: raw }) => {
    const message = decodeHj1239(raw);
    expect(message.envelope?.head).toBe('platform');
    expect(again(message)).toEqual(raw);
  });
  it('07 is a login of a platform there, whose password no log shows', () => {
    const message = decodeHj1239(frameOf(4));
    expect(message).toMatchObject({
      command: 'platformLogin',
      body: { values: { credentials: expect.stringContaining('7061737331') } },
    });
    expect(JSON.stringify(masked(message, PERSONAL))).not.toContain('7061737331');
  });
});

describe.each([
  ['terminal', TERMINAL_LINK],
  ['platform', PLATFORM_LINK],
] as const)('frames of the %s link', (head, dialect) => {
  const frames = conformantFrame(dialect, head);
  it('are written again as they came, and tell their link themselves', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const message = decodeHj1239(frame);
        expect([message.deviations, message.envelope?.head]).toEqual([[], head]);
        expect(again(message)).toEqual(frame);
      }),
    );
  });
  it('are all found, however the stream is cut and whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(noiseWithout(0x23, 0x7e), frames), { maxLength: 5 }), cuts, (parts, lengths) => {
        const reader = hj1239Reader();
        const pieces = cut(joinedBytes(parts.flat()), lengths).flatMap((piece) => reader.push(piece));
        const found = pieces.filter(({ kind }) => kind === 'frame').map((piece) => piece.bytes);
        expect(found).toEqual(parts.map(([, frame]) => frame));
      }),
    );
  });
});

describe('signatures', () => {
  const supplement = `02 1A0B17080000 ${'FF'.repeat(37)}`;
  it.each([
    ['once behind the blocks', `${supplement}${supplement}${SIGNATURE}`, ['stream', 'stream', 'signature']],
    [
      'behind each block',
      `${supplement}${SIGNATURE}${supplement}${SIGNATURE}`,
      ['stream', 'signature', 'stream', 'signature'],
    ],
    ['none', supplement, ['stream']],
  ])('%s', (_, hex, expected) => {
    const message = reported(hex);
    expect([names(message), message.deviations]).toEqual([expected, []]);
    expect(again(message)).toEqual(message.raw);
  });
});

it('firmware of 2019 leaves the time of blocks out and signs each of them', () => {
  const obd = `01 01 00 00EB 0080 ${'4C'.repeat(17)} ${'31'.repeat(18)} ${'00'.repeat(18)} ${'00'.repeat(36)} 00`;
  const message = reported(`${obd}${SIGNATURE} 02 ${'21'.repeat(37)}${SIGNATURE}`);
  expect(names(message)).toEqual(['obd', 'signature', 'stream', 'signature']);
  expect(message.deviations.map(({ code }) => code)).toEqual(['block-head-missing']);
  expect(again(message)).toEqual(message.raw);
});

describe('layouts of one source', () => {
  it('are believed while the report divides without a rest, and said to be unverified', () => {
    const message = reported(HYBRID + SIGNATURE);
    expect(message.body).toMatchObject({
      blocks: [
        { name: 'hybrid', values: { motorRpm: 3000, batteryVolts: 350, batteryAmperes: 0 } },
        { name: 'signature' },
      ],
    });
    expect(message.deviations.map(({ code, field }) => [code, field])).toEqual([['block-unverified', 'hybrid']]);
  });
  it('are kept from there on when a rest is left', () => {
    const stream = `02 1A0B17080000 ${'FF'.repeat(37)}`;
    const message = reported(`${stream}${HYBRID}00 00`);
    expect(names(message)).toEqual(['stream', 'kept']);
    expect(again(message)).toEqual(message.raw);
  });
  it('a supplement is kept with what follows it', () => {
    const message = reported(`80 1A0B17080000 0001 02 0000${SIGNATURE}`);
    expect(names(message)).toEqual(['kept']);
    expect(message.deviations).toMatchObject([{ code: 'block-unknown', field: 'supplement' }]);
  });
});

describe('the two links', () => {
  it('both starts are taken from a terminal', () => {
    for (const start of [0x23, 0x7e])
      expect(reported('', { ...TERMINAL, start })).toMatchObject({ envelope: { head: 'terminal' }, deviations: [] });
  });
  it('07 is an activation of a terminal', () => {
    const data = bytes(`1A0B17080000 ${'31'.repeat(16)} ${'AB'.repeat(64)} ${'4C'.repeat(17)} ${SIGNATURE}`);
    const message = decodeHj1239(encodeHj1239({ ...TERMINAL, command: 7 }, { kind: 'kept', bytes: data }));
    expect(message).toMatchObject({
      command: 'activation',
      body: { values: { chip: '1'.repeat(16), vehicle: 'L'.repeat(17) } },
      deviations: [],
    });
  });
  it('only a platform is answered', () => {
    const answer = decodeHj1239(answerHj1239(decodeHj1239(frameOf(3)), 'ok'));
    expect(answer).toMatchObject({
      envelope: { response: 1 },
      body: { kind: 'answer', values: { time: '2026-05-14T12:00:00+08:00' } },
      deviations: [],
    });
    expect(() => answerHj1239(reported(''), 'ok')).toThrow(/response byte/);
  });
});
