import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMERGENCY_PLANS, planOn, warningLevel } from './index.ts';

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

it('the plan of 2018 ruled in 2021, that of 2023 since 2023-10-25', () => {
  const days = ['2017-01-01', '2021-11-05', '2023-10-24', '2023-10-25'];
  expect(days.map(planOn)).toEqual([null, 'BJ2018', 'BJ2018', 'BJ2023']);
});
