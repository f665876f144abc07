import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is fuzzed of one protocol. `feed` takes any bytes, as a socket would give them to a long-lived reader, and
 * decodes what comes out; it throws only for a fault of ours. `held` is how many bytes the reader keeps.
 */
export type FuzzTarget = {
  readonly seeds: readonly Buffer[];
  readonly feed: (chunk: Buffer) => void;
  readonly held: () => number;
  /** more than this may never be held */
  readonly limit: number;
};

const FRAMES = 'tests/vectors/frames';

/** The captured frames of a file as seeds: `seedsOf('gb17691')`. Run from the root of the repository. */
export function seedsOf(name: string): Buffer[] {
  const lines = readFileSync(join(FRAMES, `${name}.jsonl`), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { frame?: string; encoding: string })
    .filter(({ frame }) => frame !== undefined)
    .map(({ frame = '', encoding }) => Buffer.from(frame, encoding === 'hex' ? 'hex' : 'utf8'));
}
