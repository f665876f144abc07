import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annualAttainment,
  annualPercentile,
  compositeIndex,
  compositeLimits,
  percentile,
  settingsOf,
} from './index.ts';

const year = {
  SO2: { annualMean: '6', percentile: '18' },
  NO2: { annualMean: '38', percentile: '82' },
  PM10: { annualMean: '66', percentile: '140' },
  PM25: { annualMean: '34', percentile: '75' },
  CO: { percentile: '1.6' },
  O3: { percentile: '160' },
};

describe('percentiles', () => {
  it('lie between the neighbours of rank 1 + (n−1)·p %', () => {
    expect(percentile(['20', '10', null], 95, 0)).toEqual({
      n: 2,
      k: '1.95',
      value: '19.5',
      rounded: '20',
      reason: null,
    });
  });
  it('of no value there is none, and beyond 100 there is none', () => {
    expect(percentile([null], 95, 0).reason).toBe('no-values');
    expect(() => percentile(['1'], 101, 0)).toThrow(/between 0 and 100/);
  });
  it('rise with p and stay between the smallest and the largest value', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 40 }), fc.nat(100), fc.nat(100), (values, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((p) => Number(percentile(values, p, 2).value));
        expect(low).toBeLessThanOrEqual(high as number);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
      }),
    ));
  it('of O3 it is the 90th', () => expect(annualPercentile('O3')).toBe(90));
});

describe('the attainment of a year', () => {
  it('asks mean and percentile: NO2 misses by its 98th percentile', () => {
    expect(annualAttainment('GB3095-2012', year, 2)).toMatchObject({
      single: { NO2: '1.02', PM25: '1.00', CO: '0.40' },
      maxIndex: '1.02',
      attained: { SO2: true, NO2: false, PM10: true, PM25: true, CO: true, O3: true },
      allAttained: false,
      missing: [],
    });
  });
  it('the same year misses more limits of 2026', () => {
    expect(annualAttainment('GB3095-2026-transition', year, 2).attained).toMatchObject({ PM10: false, PM25: false });
  });
  it('an open statistic leaves the verdict open unless another one exceeds', () => {
    const open = annualAttainment('GB3095-2012', { ...year, SO2: { annualMean: '6' }, NO2: { annualMean: '41' } }, 2);
    expect(open.attained).toMatchObject({ SO2: null, NO2: false });
    expect(open.missing).toEqual(['SO2.percentile', 'NO2.percentile']);
  });
});

describe('the composite index', () => {
  const limits = compositeLimits('GB3095-2012', 2);
  const { compositeWeights } = settingsOf('HJ663-2013');
  const week = { SO2: '8', NO2: '29', PM10: '48', PM25: '25', CO: '0.9', O3: '124' };
  it('divides by the annual limits, CO by 4 and O3 by 160', () => {
    expect(limits).toEqual({ SO2: '60', NO2: '40', PM10: '70', PM25: '35', CO: '4', O3: '160' });
  });
  it('depends on where it is rounded: 3.26 and 3.25 of the same week', () => {
    expect(compositeIndex(week, limits, compositeWeights, 'sumThenRound').index).toBe('3.26');
    expect(compositeIndex(week, limits, compositeWeights, 'roundEachThenSum').index).toBe('3.25');
  });
  it('has no value while a pollutant is missing', () => {
    expect(compositeIndex({ ...week, CO: null }, limits, compositeWeights, 'sumThenRound')).toMatchObject({
      index: null,
      missing: ['CO'],
      reason: 'missing-pollutant',
    });
  });
});
