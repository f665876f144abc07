import { describe, expect, it } from 'vitest';
import { runRate } from './index.ts';

/** mulberry32: the same draws at every run */
function draws(seed: number) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('what a sum comes to', () => {
  it('weeks that are all alike leave no doubt: 30 weeks of 650 and 22 to come are 33 800', () => {
    expect(runRate(19_500, Array(30).fill(650), 22)).toEqual({ low: 33_800, mid: 33_800, high: 33_800 });
  });

  it('says nothing from five weeks, and nothing new when none is left', () => {
    expect(runRate(10, [1, 2, 3, 2, 2], 40)).toBeNull();
    expect(runRate(10, [1, 2, 3, 2, 1, 1], 0)).toEqual({ low: 10, mid: 10, high: 10 });
  });

  it('never falls below what is there', () => {
    expect(runRate(100, [0, 0, 90, 0, 0, 10], 3)!.low).toBe(100);
  });

  it('holds about four times of five', () => {
    const random = draws(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const week = () => 100 + 30 * normal();
    let held = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const weeks = Array.from({ length: 26 }, week);
      const soFar = weeks.reduce((sum, one) => sum + one, 0);
      const end = soFar + Array.from({ length: 26 }, week).reduce((sum, one) => sum + one, 0);
      const { low, high } = runRate(soFar, weeks, 26)!;
      if (end >= low && end <= high) held += 1;
    }
    expect(held / 2000).toBeGreaterThan(0.76);
    expect(held / 2000).toBeLessThan(0.84);
  });
});
