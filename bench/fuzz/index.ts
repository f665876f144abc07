import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { chance, mutate } from './mutate.ts';
import { FUZZ_TARGETS } from './targets.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** what a target may keep beyond what it had after a tenth of the run */
const GROWTH_MB = 16;
const memory = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

export type FuzzProgress = { readonly target: string; readonly done: number };

/**
 * Feeds `frames` mutated frames to one target, in chunks cut anywhere. Throws, with the seed and the bytes that repeat
 * it, when the target throws, holds more than its limit or keeps memory. Returns frames/s of CPU time and the growth.
 */
export function fuzz(name: string, frames: number, seed: number, tell: (progress: FuzzProgress) => void) {
  const make = FUZZ_TARGETS[name];
  if (!make) throw new RangeError(`no target ${name}: ${Object.keys(FUZZ_TARGETS).join(', ')}`);
  const target = make();
  const draw = chance(seed);
  const busyBefore = process.cpuUsage();
  let before = memory();
  for (let done = 0; done < frames; done += 1) {
    if (done === Math.floor(frames / 10)) before = memory();
    if (done % 1000 === 0) tell({ target: name, done });
    const bytes = mutate(target.seeds, draw);
    // one in four arrives in pieces
    const cut = draw(4) === 0 ? draw(bytes.length + 1) : bytes.length;
    try {
      target.feed(bytes.subarray(0, cut));
      if (cut < bytes.length) target.feed(bytes.subarray(cut));
    } catch (error) {
      throw new Error(`${name}, seed ${seed}, frame ${done}: ${bytes.toString('hex')}`, { cause: error });
    }
    if (target.held() > target.limit)
      throw new Error(`${name}, seed ${seed}, frame ${done}: holds ${target.held()} bytes, limit ${target.limit}`);
  }
  const grown = memory() - before;
  if (grown > GROWTH_MB) throw new Error(`${name}, seed ${seed}: memory grew by ${grown.toFixed(1)} MB`);
  const { user, system } = process.cpuUsage(busyBefore);
  return {
    target: name,
    frames,
    'frames/s of a core': Math.round(frames / ((user + system) / 1e6)),
    'growth, MB': Number(grown.toFixed(1)),
  };
}

export const targetNames = (): string[] => Object.keys(FUZZ_TARGETS);
