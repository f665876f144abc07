import { describe, expect, it } from 'vitest';
import { bytesOf, type FrameLine } from './frame-file.ts';
import { type FrameKind, kindOf } from './frame-kinds.ts';
import { runFrameFile, sameFrame } from './frames.ts';

const line = (expect: Record<string, unknown>, more: Partial<FrameLine> = {}): FrameLine => ({
  frame: '##',
  encoding: 'ascii',
  valid_crc: null,
  expect,
  number: 3,
  text: '',
  ...more,
});
const says = (said: Record<string, unknown>): FrameKind => ({ read: () => said, notes: ['source_note'] });
const run = (kind: FrameKind | undefined, one: FrameLine) => runFrameFile({ name: 'some', lines: [one] }, kind);

describe('a line of a frame file', () => {
  it('passes when everything expected is said', () => {
    expect(run(says({ cn: '2011', more: 1 }), line({ cn: '2011', source_note: 'x' }))).toEqual({
      passed: 1,
      failed: 0,
      skipped: [],
      failures: [],
    });
  });
  it('fails with what differs, and with the checksum', () => {
    const { failures } = run(
      says({ cn: '2051', st: '22', valid_crc: true }),
      line({ cn: '2011', st: '22' }, { valid_crc: false }),
    );
    expect(failures).toEqual([
      {
        suite: 'some',
        id: 'line 3',
        fn: 'frame',
        expected: { cn: '2011', valid_crc: false },
        actual: { cn: '2051', valid_crc: true },
      },
    ]);
  });
  it('fails with the message of what was thrown', () => {
    const thrower: FrameKind = {
      read: () => {
        throw new Error('cut off');
      },
      notes: [],
    };
    expect(run(thrower, line({ cn: '2011' })).failures[0]?.actual).toBe('! cut off');
  });
  it('names what nobody states, and a file of no protocol', () => {
    expect(run(says({ cn: '2011' }), line({ cn: '2011', colour: 'red' })).skipped).toEqual([
      { suite: 'some', count: 1, why: 'nothing is stated about colour' },
    ]);
    expect(run(undefined, line({})).skipped).toEqual([{ suite: 'some', count: 1, why: 'no protocol of that name' }]);
  });
});

describe('comparison of frames', () => {
  it.each<[unknown, unknown, boolean]>([
    ['4.0', '4', false],
    ['007', '007', true],
    [0.1 + 0.2, 0.3, true],
    [-200, null, false],
    [{ a: '1' }, { a: '1', b: '2' }, false],
    [[['a', '1']], [['a', '1']], true],
    [['a', 'b'], ['b', 'a'], false],
  ])('%j and %j: %s', (expected, actual, same) => expect(sameFrame(expected, actual)).toBe(same));
});

describe('the protocol of a file', () => {
  const [plain, sm4] = [says({}), says({})];
  const kinds = { hj212: plain, hj212_sm4: sm4 };
  it.each([
    ['hj212', plain],
    ['hj212_more', plain],
    ['hj212_sm4', sm4],
    ['hj212_sm4.2', sm4],
    ['hj2125', undefined],
    ['gb17691', undefined],
  ])('%s', (name, kind) => expect(kindOf(name, kinds)).toBe(kind));
});

it('bytes stand in hex or as text', () => {
  expect(bytesOf(line({}, { frame: '2323', encoding: 'hex' })).toString()).toBe('##');
  expect(bytesOf(line({}, { frame: '清', encoding: 'utf8-segment' }))).toHaveLength(3);
});
