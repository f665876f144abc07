import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparability } from '#standards/tsp-grid';
import { deming, judgeComparability, leastSquares, REQUIREMENTS, type Requirement } from './index.ts';

describe('a line through pairs', () => {
  it('of a device that reads twice the reference plus ten', () => {
    const pairs = [[10, 20, 30] as const, [30, 50, 70] as const] as const;
    for (const line of [leastSquares(...pairs), deming(...pairs)])
      expect(line).toMatchObject({ n: 3, slope: '2.0000', intercept: '10.000', r: '1.0000', rmse: '31.09' });
  });
  it('a missing side drops the pair; one pair or a constant reference give none', () => {
    expect(leastSquares([10, null, 30, 40], [10, 20, null, 40]).n).toBe(2);
    expect(leastSquares([10, null], [10, 20])).toEqual({ n: 1, reason: 'too-few-pairs' });
    expect(deming([10, 10], [10, 12])).toEqual({ n: 2, reason: 'no-variation' });
    expect(() => leastSquares([1], [])).toThrow(/paired/);
    expect(() => deming([1, 2], [1, 2], 0)).toThrow(/positive/);
  });
  const whole = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })), {
    minLength: 3,
    maxLength: 30,
  });
  it('least squares prints what exact arithmetic prints', () =>
    fc.assert(
      fc.property(whole, (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const exact = comparability(x, y);
        const line = leastSquares(x, y);
        if (exact.reason !== null || line.reason !== null) return;
        const near = (a: string, b: string, digit: number) =>
          expect(Math.abs(Number(a) - Number(b))).toBeLessThanOrEqual(digit * 1.01);
        near(line.slope, exact.slope, 1e-4);
        near(line.intercept, exact.intercept, 1e-3);
        near(line.r, exact.r, 1e-4);
        near(line.rmse, exact.rmse, 1e-2);
      }),
    ));
  it('Deming of equal errors does not mind which side is called the reference; it is never flatter than least squares', () =>
    fc.assert(
      fc.property(whole, (pairs) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const [one, other, ols] = [deming(x, y), deming(y, x), leastSquares(x, y)];
        if (one.reason !== null || other.reason !== null || ols.reason !== null) return;
        const [slope, turned, flat] = [one, other, ols].map((line) => Number(line.slope)) as [number, number, number];
        if (Math.abs(slope) > 0.01 && Math.abs(slope) < 100) expect(slope * turned).toBeCloseTo(1, 1);
        expect(Math.abs(slope)).toBeGreaterThanOrEqual(Math.abs(flat) - 1e-4);
      }),
    ));
});

describe('a requirement', () => {
  const line = {
    n: 30,
    slope: '1.1500',
    intercept: '-10.000',
    r: '0.9300',
    rmse: '9.00',
    nrmsePercent: '12.00',
    reason: null,
  };
  it('includes its ends', () => {
    expect(judgeComparability(line, REQUIREMENTS['reference-pm25'])).toEqual({ passes: true, fails: [], reason: null });
    expect(judgeComparability(line, REQUIREMENTS['reference-pm10']).fails).toEqual(['correlation']);
    expect(
      judgeComparability({ ...line, slope: '1.1501', intercept: '10.001' }, REQUIREMENTS['reference-pm25']).fails,
    ).toEqual(['slope', 'intercept']);
  });
  it('the measuring car is judged by slope and intercept, the TSP device by correlation', () => {
    const car = { ...line, slope: '0.75', intercept: '20', r: '0.5000' };
    expect(judgeComparability(car, REQUIREMENTS['moving-unit']).passes).toBe(true);
    expect(judgeComparability(car, REQUIREMENTS['tsp-grid']).fails).toEqual(['correlation']);
  });
  it('EPA lets either error pass, and asks r² of a line that rises', () => {
    const epa: Requirement = REQUIREMENTS['epa-base-pm25'];
    const sensor = { ...line, intercept: '5', r: '0.8400' };
    expect(judgeComparability(sensor, epa).passes).toBe(true);
    expect(judgeComparability({ ...sensor, nrmsePercent: '30.01' }, epa).fails).toEqual(['error']);
    expect(judgeComparability({ ...sensor, r: '-0.8400' }, epa).fails).toEqual(['correlation']);
  });
  it('without a line there is no verdict', () => {
    expect(judgeComparability({ n: 1, reason: 'too-few-pairs' }, REQUIREMENTS['tsp-grid'])).toEqual({
      passes: null,
      fails: [],
      reason: 'too-few-pairs',
    });
  });
});
