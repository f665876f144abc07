import { describe, expect, it } from 'vitest';
import { restOfYear } from './index.ts';

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
const alike = Array.from({ length: 9 }, () => ({ now: 36, before: 40 }));

describe('what a yearly mean comes to', () => {
  it('months that all stand at 90 % of last year leave no doubt of the rest', () => {
    // 270 days at 36, 90 days of a winter that was 80 last year: 72
    const found = restOfYear({ sum: 270 * 36, days: 270 }, alike, { mean: 80, days: 90 })!;
    expect([found.low, found.mid, found.high].map((x) => x.toFixed(6))).toEqual(Array(3).fill('45.000000'));
  });

  it('says nothing from two months, and nothing new when no day is left', () => {
    expect(restOfYear({ sum: 1, days: 1 }, alike.slice(0, 2), { mean: 80, days: 300 })).toBeNull();
    expect(restOfYear({ sum: 360 * 40, days: 360 }, alike, { mean: 80, days: 0 })).toEqual({
      low: 40,
      mid: 40,
      high: 40,
    });
  });

  it('a month without a figure to compare with is no pair', () => {
    const pairs = [...alike.slice(0, 2), { now: 30, before: 0 }];
    expect(restOfYear({ sum: 90 * 36, days: 90 }, pairs, { mean: 80, days: 270 })).toBeNull();
  });

  it('holds about four times of five, from three months as from nine', () => {
    const random = draws(11);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    for (const over of [3, 6, 9]) {
      let held = 0;
      for (let trial = 0; trial < 3000; trial++) {
        const before = Array.from({ length: 12 }, (_, i) => 60 + 30 * Math.cos((i / 12) * 2 * Math.PI));
        const now = before.map((one) => one * Math.exp(-0.05 + 0.2 * normal()));
        const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
        const found = restOfYear(
          { sum: 30 * over * mean(now.slice(0, over)), days: 30 * over },
          now.slice(0, over).map((one, i) => ({ now: one, before: before[i]! })),
          { mean: mean(before.slice(over)), days: 30 * (12 - over) },
        )!;
        const end = mean(now);
        if (end >= found.low && end <= found.high) held += 1;
      }
      expect(held / 3000).toBeGreaterThan(0.74);
      expect(held / 3000).toBeLessThan(0.86);
    }
  });
});
