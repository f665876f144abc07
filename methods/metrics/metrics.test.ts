import { describe, expect, it } from 'vitest';
import { countTargetMet, coverageRate, monthlySiteInspection } from './index.ts';

describe('rates', () => {
  it('7 of 68 is 10.3 %; of nothing there is no rate', () => {
    expect(coverageRate(7, 68)).toBe('10.3');
    expect(coverageRate(3, 0)).toBeNull();
  });
  it('a month is met when every listed site was inspected; 99.96 % prints as 100.0 and is not', () => {
    expect(monthlySiteInspection(30, 30)).toEqual({ rate: '100.0', met: true });
    expect(monthlySiteInspection(2999, 3000)).toEqual({ rate: '100.0', met: false });
    expect(monthlySiteInspection(0, 0)).toEqual({ rate: null, met: null });
  });
  it('at least and at most include the target', () => {
    expect(countTargetMet(34000, 34000, '>=')).toBe(true);
    expect(countTargetMet('5.1', '5.10', '<=')).toBe(true);
    expect(countTargetMet(12, 12, '>')).toBe(false);
  });
});
