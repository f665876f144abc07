import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForceOn } from '#standards/editions';
import { compareDecimal, meanRound, roundHalfEven } from '#standards/gb-t-8170';
import {
  DUSTFALL_CEILINGS,
  deductSand,
  districtDustfall,
  dustfallYear,
  exposureDays,
  per30Days,
  perCalendarMonth,
  streetDustfall,
  weigh,
} from './index.ts';

const dish = { w1: '52.1150', w0: '52.0000', wc: '0.0020', areaSquareCentimetres: '176.7', days: '31' };

describe('a dish from the laboratory', () => {
  it('stands out for days to a tenth: 31 days and 5 hours are 31.2', () => {
    expect(exposureDays('2021-03-01T09:00', '2021-04-01T14:00')).toBe('31.2');
    expect(exposureDays('2021-03-01T09:00', '2021-03-01T09:00')).toBeNull();
    expect(() => exposureDays('1 March', '2021-04-01T14:00')).toThrow(/YYYY-MM-DDTHH:MM/);
  });
  it('has a figure, and a missing blank is not a blank of zero', () => {
    expect(weigh(dish)).toMatchObject({ text: '6.2', exact4: '6.1887', reason: null });
    expect(weigh({ ...dish, wc: null })).toEqual({ exact4: null, text: null, reason: 'incomplete' });
    expect(weigh({ ...dish, days: '0' }).reason).toBe('no-exposure');
  });
  it('lighter than its blank is below detection', () => {
    expect(weigh({ ...dish, w1: '52.0010' })).toMatchObject({ text: '<0.3', belowDetection: true });
  });
  it('5.4643 in thirty days are 5.1 in a February', () => {
    expect(perCalendarMonth('5.4643', '2021-02')).toBe('5.1');
    expect(per30Days('5.1', '2021-02')).toBe('5.5');
    expect(perCalendarMonth('6.0', '2024-02')).toBe('5.8');
  });
});

describe('sand in a month', () => {
  it('both figures stay, each with its label', () => {
    const { withSand, withoutSand } = deductSand(dish, { sandDays: 2 });
    expect(withSand).toEqual({ value: '6.2', label: { zh: '未扣除沙尘影响', en: 'sand not deducted' } });
    expect(withoutSand).toMatchObject({ value: null, reason: 'month-dropped' });
    expect(withoutSand.label.zh).toContain('不参与统计');
  });
  it('drop the days: 0.050 g of two sand days leave 0.063 g on 29 days', () => {
    const deducted = deductSand(dish, { sandDays: 2, sandGrams: '0.050' }, { sandWay: 'drop-days' });
    expect(deducted.withoutSand).toMatchObject({ value: '3.7', reason: null });
    expect(deductSand(dish, { sandDays: 2 }, { sandWay: 'drop-days' }).withoutSand.reason).toBe('sand-mass-missing');
    expect(deductSand(dish, { sandDays: 31, sandGrams: '0.1' }, { sandWay: 'drop-days' }).withoutSand.reason).toBe(
      'no-days-left',
    );
  });
  it('reference point: what it had above its usual value is taken off, never below zero', () => {
    const way = { sandWay: 'reference-point' } as const;
    const at = (now: string | null) => deductSand(dish, { sandDays: 2, reference: { now, usual: '3.0' } }, way);
    expect(at('4.5').withoutSand.value).toBe('4.7');
    expect(at('2.0').withoutSand.value).toBe('6.2');
    expect(at('99').withoutSand.value).toBe('0.0');
    expect(at(null).withoutSand.reason).toBe('reference-missing');
  });
  it('a month without sand has one figure twice; a month whose list is not there has none without sand', () => {
    expect(deductSand(dish, { sandDays: 0 }).withoutSand).toMatchObject({ value: '6.2', reason: null });
    expect(deductSand(dish, { sandDays: null }).withoutSand).toMatchObject({
      value: null,
      reason: 'sand-list-missing',
    });
  });
});

describe('streets and the district', () => {
  const points = [
    { point: 'a', street: '展览路', value: '5.0' },
    { point: 'b', street: '展览路', value: '5.5' },
    { point: 'c', street: '白纸坊', value: '4.0' },
    { point: 'd', street: '白纸坊', value: null },
  ];
  it('a street is the mean of its points; who has no figure is named', () => {
    const streets = streetDustfall(points);
    expect(streets.get('展览路')).toEqual({ mean: '5.2', points: 2, missing: [] });
    expect(streets.get('白纸坊')).toEqual({ mean: '4.0', points: 1, missing: ['d'] });
  });
  it('the district is the mean of its points, or of its streets where it says so', () => {
    expect(districtDustfall(points).mean).toBe('4.8');
    expect(districtDustfall(points, { districtMeanOf: 'streets' }).mean).toBe('4.6');
    expect(districtDustfall([]).mean).toBeNull();
  });
  it('below detection counts as half the limit, zero, or what was weighed', () => {
    const low = [
      { point: 'a', street: 's', value: '0.1' },
      { point: 'b', street: 's', value: '0.5' },
    ];
    const as = (belowDetectionCountsAs: 'half' | 'zero' | 'weighed') =>
      districtDustfall(low, { belowDetectionCountsAs }).mean;
    expect([as('half'), as('zero'), as('weighed')]).toEqual(['0.3', '0.2', '0.3']);
  });
});

describe('the year against 5.1', () => {
  const months = ['4.0', '4.5', null, '8.0', '6.0'].map((value, i) => ({ month: i + 1, value, dropped: i === 3 }));
  it('says what the remaining months may still bring', () => {
    expect(dustfallYear(months, 5, '5.1')).toEqual({
      mean: '4.8',
      met: true,
      counted: 3,
      missing: [3],
      dropped: [4],
      remaining: 7,
      remainingMayBring: '5.2',
      outOfReach: false,
    });
  });
  it('knows when nothing helps any more, and when the year is over', () => {
    const dusty = Array.from({ length: 11 }, (_, i) => ({ month: i + 1, value: '6.0' }));
    expect(dustfallYear(dusty, 11, '5.1')).toMatchObject({ outOfReach: true, remainingMayBring: null, met: false });
    expect(dustfallYear(dusty.slice(0, 1), 12, '5.1').missing).toHaveLength(11);
    expect(dustfallYear([], 0, '5.1')).toMatchObject({ mean: null, met: null, remainingMayBring: '5.1' });
  });
  it('what is allowed keeps the printed year within the target', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 11 }), (tenths) => {
        const values = tenths.map((t) => roundHalfEven(`${t}e-1`, 1));
        const year = dustfallYear(
          values.map((value, i) => ({ month: i + 1, value })),
          values.length,
          '5.1',
        );
        if (year.remainingMayBring === null) return;
        const rest = Array<string>(year.remaining).fill(year.remainingMayBring);
        expect(compareDecimal(meanRound([...values, ...rest], 1) as string, '5.1')).toBeLessThanOrEqual(0);
      }),
    ));
});

it('the ministry compares city means with 9.0', () => {
  expect(inForceOn(DUSTFALL_CEILINGS, '2021-06-30')?.ceiling).toBe('9.0');
});
