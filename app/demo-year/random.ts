/** Draws that are the same at every run: of a text, so that one more ledger does not change the others. */
export type Draw = {
  next(): number;
  /** whole, both ends included */
  whole(from: number, until: number): number;
  between(from: number, until: number): number;
  chance(of: number): boolean;
  of<T>(list: readonly T[]): T;
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
};

/** FNV-1a of the text seeds mulberry32. */
export function drawOf(text: string): Draw {
  let a = 2166136261;
  for (let i = 0; i < text.length; i++) a = Math.imul(a ^ text.charCodeAt(i), 16777619);
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (from: number, until: number) => from + next() * (until - from);
  return {
    next,
    between,
    whole: (from, until) => Math.min(until, Math.floor(between(from, until + 1))),
    chance: (of) => next() < of,
    of: (list) => list[Math.floor(next() * list.length)]!,
    weighted<T extends string>(weights: Readonly<Record<T, number>>): T {
      const entries = Object.entries(weights) as [T, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return entries.at(-1)![0];
    },
  };
}
