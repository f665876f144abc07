import { expect, it } from 'vitest';
import { readFrameFiles } from '../frame-file.ts';
import { FRAME_KINDS } from '../frame-kinds.ts';
import { runFrameFile } from '../frames.ts';

const VEHICLES = ['gb17691', 'gb32960', 'hj1239', 'jt808'];
const FILES = (await readFrameFiles('tests/vectors/frames')).filter(({ name }) => VEHICLES.includes(name));

it.each(FILES)('every captured frame of $name decodes as stated, and every statement is checked', (file) => {
  expect(runFrameFile(file, FRAME_KINDS[file.name])).toEqual({
    passed: file.lines.length,
    failed: 0,
    skipped: [],
    failures: [],
  });
});
it('no file is missing', () => expect(FILES.map(({ name }) => name)).toEqual(VEHICLES));
