import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, EMERGENCY_PLANS, emergencyPlan, guidanceOn, planOn, warningLevel } from './index.ts';

describe('the warning that a forecast calls for', () => {
  it.each([
    ['BJ2023', [160, 180], 'yellow'],
    ['BJ2023', [160, 150, 160], 'none'],
    ['BJ2023', [201, 201, 301], 'red'],
    ['BJ2023', [500], 'yellow'],
    ['BJ2018', [201, 150, 201], 'none'],
    ['BJ2018', [201, 301, 301, 201], 'red'],
    ['BJ2018', [201, 301, 201, 301], 'orange'],
    ['MEP2017', [201], 'blue'],
    ['MEP2017', [201, 201, 201], 'yellow'],
  ] as const)('%s, %j: %s', (plan, days, level) => expect(warningLevel(plan, days)).toBe(level));
  it('follows the triggers that a district with the text in hand has set, in the warning and in its course', () => {
    const own = { triggers: { BJ2018: { yellow: [{ above: 150, days: 1 }] } } };
    const day = [{ date: '2021-01-01', aqi: 160 }];
    expect(warningLevel('BJ2018', [160])).toBe('none');
    expect(warningLevel('BJ2018', [160], own)).toBe('yellow');
    expect(warningLevel('BJ2023', [201], own)).toBe('yellow');
    expect(assess('BJ2018', day, own).level).toBe('yellow');
    expect(assess('BJ2018', day).level).toBe('none');
  });
  it('a day without a forecast breaks a run', () => {
    expect(warningLevel('BJ2018', [201, null, 201])).toBe('none');
  });
  it('is never lower when the forecast gets worse', () => {
    const order = ['none', 'blue', 'yellow', 'orange', 'red'];
    fc.assert(
      fc.property(
        fc.constantFrom(...EMERGENCY_PLANS),
        fc.array(fc.integer({ min: 100, max: 500 }), { maxLength: 7 }),
        fc.nat(200),
        (plan, days, more) => {
          const worse = days.map((aqi) => Math.min(500, aqi + more));
          expect(order.indexOf(warningLevel(plan, worse))).toBeGreaterThanOrEqual(
            order.indexOf(warningLevel(plan, days)),
          );
        },
      ),
    );
  });
});

describe('plans by date', () => {
  it('the plan of 2018 ruled in 2021, that of 2023 since 2023-10-25', () => {
    const days = ['2016-12-14', '2017-01-01', '2018-10-01', '2021-11-05', '2023-10-24', '2023-10-25'];
    expect(days.map(planOn)).toEqual([null, 'BJ2016', 'BJ2018', 'BJ2018', 'BJ2018', 'BJ2023']);
    expect(['2016-12-31', '2017-11-05', '2021-11-05', '2024-01-23'].map(guidanceOn)).toEqual([
      null,
      'MEP2017',
      'MEE2018',
      'MEE2024',
    ]);
  });
  it.each(['beijing', 'guidance'] as const)('the plans of %s follow one another without gap or overlap', (scope) => {
    const rows = EMERGENCY_PLANS.map(emergencyPlan).filter((row) => row.scope === scope);
    const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
    rows.slice(1).forEach((row, i) => {
      expect(row.inForce.from).toBe(dayAfter(rows[i]?.inForce.until as string));
    });
    expect(rows.at(-1)?.inForce.until).toBeUndefined();
  });
  it('every day from the first on has exactly one', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2016-12-15T00:00:00Z'), max: new Date('2031-12-31T00:00:00Z'), noInvalidDate: true }),
        (moment) => {
          const date = moment.toISOString().slice(0, 10);
          const ruling = EMERGENCY_PLANS.map(emergencyPlan).filter(
            ({ scope, inForce }) =>
              scope === 'beijing' && inForce.from <= date && date <= (inForce.until ?? '9999-12-31'),
          );
          expect(ruling.map(({ plan }) => plan)).toEqual([planOn(date)]);
        },
      ),
    ));
});
