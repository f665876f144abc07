import { describe, expect, it } from 'vitest';
import { printExact, roundExact } from '#standards/gb-t-8170';
import { convertDustfall, dustfall, dustfallMean, dustfallReport, targetMet } from './index.ts';

describe('dustfall', () => {
  it('is weighed: 0.113 g on 176.7 cm² in 31 days are 6.2 t/(km²·30 d)', () => {
    const sample = { w1: '52.1150', w0: '52.0000', wc: '0.0020', areaSquareCentimetres: '176.7', days: '31' };
    expect(roundExact(dustfall(sample), 1)).toBe('6.2');
  });
  it('a day without sampling time has no dustfall', () => {
    expect(() => dustfall({ w1: 1, w0: 1, wc: 0, areaSquareCentimetres: '176.7', days: 0 })).toThrow(/zero/);
  });
  it('converts between days, months and 30 days', () => {
    expect(printExact(convertDustfall('0.17', 'g/(m2·d)', 't/(km2·30d)'))).toBe('5.1');
    expect(roundExact(convertDustfall('5.1', 't/(km²·month28)', 't/(km²·30d)'), 4)).toBe('5.4643');
    expect(printExact(convertDustfall('5.1', 't/km2', 'g/m2'))).toBe('5.1');
  });
  it('does not turn an amount into a rate, nor read another unit', () => {
    expect(() => convertDustfall('1', 't/km2', 't/(km2·30d)')).toThrow(/sampling time/);
    expect(() => convertDustfall('1', 'kg/m3', 'g/m2')).toThrow(/not a unit of dustfall/);
  });
  it('is printed as below detection under 0.3', () => {
    expect(dustfallReport('0.29')).toEqual({ text: '<0.3', belowDetection: true, belowQuantification: true });
    expect(dustfallReport('1.15')).toEqual({ text: '1.2', belowDetection: false, belowQuantification: true });
  });
  it('keeps its target when the printed mean equals it', () => {
    expect(dustfallMean(['5.15', '5.05'])).toBe('5.1');
    expect(targetMet('5.1', '5.1')).toBe(true);
    expect(targetMet('5.2', '5.1')).toBe(false);
  });
});
