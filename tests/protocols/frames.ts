import { readFileSync } from 'node:fs';
import { bytesOfHex } from '#protocols/fields';

export type Captured = {
  readonly line: number;
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly expect: Readonly<Record<string, unknown>>;
};

/** The captured frames of a file in tests/vectors/frames; named in tests by their line, never by what they hold. */
export const captured = (name: string): Captured[] =>
  readFileSync(`tests/vectors/frames/${name}.jsonl`, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text, i) => {
      const { frame, kind = 'frame', expect } = JSON.parse(text) as { frame: string; kind?: string; expect: object };
      return { line: i + 1, kind, bytes: bytesOfHex(frame), expect: expect as Record<string, unknown> };
    });
