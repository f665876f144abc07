import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, meanRound, printExact } from '#standards/gb-t-8170';
import { percentile } from '#standards/hj-663';
import { RunningFractions, RunningIntegers, runningOf, sharedDenominator } from './running.ts';

/** day means as they come: sums of hour values with up to one decimal over 20 to 24 hours */
const value = fc
  .tuple(fc.integer({ min: -50, max: 60_000 }), fc.integer({ min: 20, max: 24 }), fc.constantFrom(1n, 10n))
  .map(([sum, hours, scale]): Exact => ({ num: BigInt(sum), den: BigInt(hours) * scale }));
const values = fc.array(value, { minLength: 1, maxLength: 40 });
const digits = fc.integer({ min: 0, max: 3 });
const P = [90, 95, 98] as const;

describe('day values that arrive one by one', () => {
  it('on integers have the figures that they have on fractions, after every single one', () =>
    fc.assert(
      fc.property(values, digits, (list, places) => {
        const denominator = sharedDenominator(list);
        const [slow, fast] = [new RunningFractions(denominator), new RunningIntegers(Number(denominator))];
        for (const one of list) {
          slow.take(one);
          fast.take(one);
          expect([fast.days, fast.mean(places), fast.sum()]).toEqual([slow.days, slow.mean(places), slow.sum()]);
          for (const p of P) expect(fast.percentile(p, places)).toBe(slow.percentile(p, places));
        }
      }),
    ));
  it('have the mean and the percentile of the standard', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 40 }), (list) => {
        const exact = list.map((n): Exact => ({ num: BigInt(n), den: 10n }));
        const running = runningOf(exact)();
        for (const one of exact) running.take(one);
        const printed = exact.map((one) => printExact(one) as string);
        expect(running.mean(1)).toBe(meanRound(printed, 1));
        expect(running.percentile(95, 0)).toBe(percentile(printed, 95, 0).rounded);
      }),
    ));
  it('are kept on fractions where an integer could lose a digit', () => {
    expect(runningOf([{ num: 7n, den: 24n }])()).toBeInstanceOf(RunningIntegers);
    expect(runningOf([{ num: 10n ** 15n, den: 24n }])()).toBeInstanceOf(RunningFractions);
    expect(runningOf([{ num: 1n, den: 10n ** 14n }])()).toBeInstanceOf(RunningFractions);
  });
  it('of none there is no figure', () => {
    for (const running of [new RunningFractions(1n), new RunningIntegers(1)])
      expect([running.mean(0), running.percentile(95, 0), running.sum()]).toEqual([null, null, '0/1']);
  });
});
