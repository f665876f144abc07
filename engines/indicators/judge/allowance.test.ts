import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimal, exact, roundExact } from '#standards/gb-t-8170';
import { allowedCount, allowedMean, fraction, meanAfter } from './allowance.ts';

const tenthMore = (value: string) => (Number(value) * 10 + 1) / 10;

describe('the mean that the rest of the year may have', () => {
  it('300 days at 40 and 65 to come: to end below last year’s 45 they may have 65.2', () => {
    // (44.5 · 365 − 12 000) / 65 = 65.26…; 44.5 itself rounds half-even to 44
    expect(allowedMean(exact('12000'), 300, 65, '45', 0)).toBe('65.2');
  });

  it('nothing is allowed once the sum alone is too large, nor when no day is left', () => {
    expect(allowedMean(exact('30000'), 300, 65, '45', 0)).toBeNull();
    expect(allowedMean(exact('12000'), 365, 0, '45', 0)).toBeNull();
  });

  it('keeps its promise: with it the printed mean is below last year’s, with a tenth more it is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 364 }),
        fc.integer({ min: 0, max: 300 * 364 }),
        fc.integer({ min: 1, max: 200 }),
        (days, sum, last) => {
          const left = 365 - days;
          const allowed = allowedMean(exact(sum), days, left, String(last), 0);
          if (allowed === null) {
            const best = roundExact(meanAfter(exact(sum), days, left, '0'), 0);
            expect(compareDecimal(best, String(last))).toBeGreaterThanOrEqual(0);
            return;
          }
          const kept = roundExact(meanAfter(exact(sum), days, left, allowed), 0);
          expect(compareDecimal(kept, String(last))).toBe(-1);
          const more = roundExact(meanAfter(exact(sum), days, left, String(tenthMore(allowed))), 0);
          expect(compareDecimal(more, String(last))).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('reads the exact sum as it is stored', () => {
    expect(fraction('20401/2')).toEqual({ num: 20401n, den: 2n });
  });
});

describe('how many more days may come', () => {
  it('25 so far against 50 last year leave 24; 50 leave none, 49 leave nought', () => {
    expect(allowedCount('25', '50')).toBe('24');
    expect(allowedCount('49', '50')).toBe('0');
    expect(allowedCount('50', '50')).toBeNull();
  });
});
