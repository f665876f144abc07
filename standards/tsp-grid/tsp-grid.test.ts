import { describe, expect, it } from 'vitest';
import { comparability, flowCheck, inletHeightOk, massCheck } from './index.ts';

describe('a TSP device', () => {
  it('may be off by exactly its tolerance', () => {
    expect(massCheck('80', '100')).toEqual({ deviationPct: '-20.0', pass: true });
    expect(massCheck('120.01', '100').pass).toBe(false);
    expect(flowCheck('2.2', '2.0')).toEqual({ deviationPct: '10.0', pass: true });
  });
  it('breathes between 2 and 5 m', () => {
    expect(['1.99', '2', '5.0', '5.1'].map(inletHeightOk)).toEqual([false, true, true, false]);
  });
  it('that reads twice the reference plus ten follows it exactly', () => {
    expect(comparability(['10', '20', '30'], ['30', '50', '70'])).toMatchObject({
      slope: '2.0000',
      intercept: '10.000',
      r: '1.0000',
      rmse: '31.09',
      mrePct: '161.1',
      rPass: true,
    });
  });
  it('that runs against the reference fails although |r| is 1', () => {
    expect(comparability(['10', '20', '30'], ['70', '50', '30'])).toMatchObject({ r: '-1.0000', rPass: false });
  });
  it('cannot be judged on one pair or on a constant', () => {
    expect(comparability(['10'], ['10']).reason).toBe('too-few-pairs');
    expect(comparability(['10', '10'], ['10', '12']).reason).toBe('no-variation');
    expect(() => comparability(['10'], [])).toThrow(/paired/);
  });
});
