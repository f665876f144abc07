import { describe, expect, it } from 'vitest';
import { decode, type Hj212Draft, item } from '#protocols/hj-212';
import { FAULTS, type FaultName } from '../faults.table.ts';
import { frameOf } from './spoil.ts';

const DRAFT: Hj212Draft = {
  qn: '20211012120000123',
  st: '22',
  cn: '2011',
  pw: '123456',
  mn: '51D011010201000000000001',
  flag: 5,
  groups: [
    [item('DataTime', '20211012120000')],
    [item('a34004-Rtd', '35'), item('a34004-Flag', 'N')],
    [item('a34002-Rtd', '61'), item('a34002-Flag', 'N')],
  ],
};
const named = (fault: FaultName | null) =>
  [...new Set(decode(frameOf(DRAFT, 'hj212', fault))?.deviations.map(({ name }) => name))].sort();

describe('a frame with a fault is what devices in the field send', () => {
  it('a sound device sends a sound frame', () => expect(named(null)).toEqual([]));
  it.each([
    ['crc-modbus', ['crc-other-variant']],
    ['crc-modbus-swapped', ['crc-other-variant']],
    ['crc-lower-case', ['crc-lower-case']],
    ['crc-constant', ['crc-mismatch']],
    ['qn-missing', ['qn-missing']],
    ['flags-lower-case', ['flag-case']],
    ['names-upper-case', ['name-case']],
    ['length-wrong', ['length-wrong']],
    ['trailing-bytes', ['extra-after-crc']],
    ['trailing-semicolon', ['trailing-semicolon']],
    ['stars', ['terminator-stars']],
  ] as const)('%s', (fault, deviations) => expect(named(fault)).toEqual(deviations));

  it('every fault of frames is among them', () => {
    const frames = (Object.keys(FAULTS) as FaultName[]).filter((name) => FAULTS[name].part === 'frame');
    expect(frames.filter((fault) => named(fault).length === 0)).toEqual([]);
  });
});
