/**
 * Chance without memory: a number depends on the seed and a key alone, so that a world can be asked for any moment in any
 * order and goes on the same after a restart.
 */
const mixed = (a: number, b: number): number => {
  let h = Math.imul(a ^ b ^ (b >>> 15), 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** A 32-bit number for a name. */
export function keyOf(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** A 32-bit number for a key of whole numbers; large ones (milliseconds) count with all their bits. */
export function hash(seed: number, ...key: readonly number[]): number {
  let h = mixed(seed >>> 0, 0x2545f491);
  for (const part of key) {
    h = mixed(h, part >>> 0);
    const high = Math.floor(part / 0x100000000);
    if (high !== 0) h = mixed(h, high >>> 0);
  }
  return h;
}

/** From 0 to below 1, evenly. */
export const chance = (seed: number, ...key: readonly number[]): number => hash(seed, ...key) / 0x100000000;

const TREMOR_SCALE = Math.sqrt(6);
/** Next to normal (a triangle of standard deviation 1, never beyond 2.5), at the price of one hash. */
export function tremor(key: number, step: number): number {
  const h = mixed(key, step >>> 0);
  return (((h & 0xffff) + (h >>> 16)) / 0x10000 - 1) * TREMOR_SCALE;
}

/** Normal with mean 0 and standard deviation 1. */
export function normal(seed: number, ...key: readonly number[]): number {
  const h = hash(seed, ...key);
  const first = (mixed(h, 1) + 1) / 0x100000001;
  return Math.sqrt(-2 * Math.log(first)) * Math.cos((2 * Math.PI * mixed(h, 2)) / 0x100000000);
}

/** One of a list. */
export const oneOf = <T>(list: readonly T[], seed: number, ...key: readonly number[]): T =>
  list[Math.floor(chance(seed, ...key) * list.length)] as T;

/** A smooth curve through normal values every `period`: about as often above as below 0, changing within a period. */
export function smooth(seed: number, key: number, at: number, period: number): number {
  const place = at / period;
  const step = Math.floor(place);
  const share = place - step;
  const eased = share * share * (3 - 2 * share);
  const [before, after] = [normal(seed, key, step), normal(seed, key, step + 1)];
  return before + (after - before) * eased;
}
