import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeness, type StepState, stepsDue } from './index.ts';

const times = (n: number, state: StepState) => Array<StepState>(n).fill(state);

describe('completeness', () => {
  it('tells missing, invalid and maintenance apart', () => {
    const day = [...times(18, 'valid'), ...times(2, 'maintenance'), ...times(1, 'invalid'), ...times(3, 'missing')];
    expect(completeness(day)).toEqual({
      due: 24,
      counts: { valid: 18, invalid: 1, maintenance: 2, missing: 3 },
      capturePercent: '87.5',
      validPercent: '75.0',
      validOutsideMaintenancePercent: '81.8',
      longestGap: { from: 18, steps: 6 },
    });
  });
  it('of nothing there is no share', () => {
    expect(completeness([])).toMatchObject({ due: 0, capturePercent: null, validPercent: null, longestGap: null });
    expect(completeness(times(3, 'maintenance'))).toMatchObject({
      validPercent: '0.0',
      validOutsideMaintenancePercent: null,
    });
  });
  it('the longest gap is the first of its length', () => {
    expect(completeness(['missing', 'valid', 'invalid', 'valid']).longestGap).toEqual({ from: 0, steps: 1 });
    expect(completeness(['valid']).longestGap).toBeNull();
  });
  it('every due step is counted once, and the gap never exceeds what is not valid', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom<StepState>('valid', 'invalid', 'maintenance', 'missing')), (steps) => {
        const { counts, due, longestGap } = completeness(steps);
        expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(due);
        expect(longestGap?.steps ?? 0).toBeLessThanOrEqual(due - counts.valid);
      }),
    ));
});

it('a day has 1440 minutes and 24 hours', () => {
  expect(stepsDue(0, 86_400_000, 1)).toBe(1440);
  expect(stepsDue(0, 86_399_999, 60)).toBe(23);
  expect(stepsDue(1, 0, 60)).toBe(0);
  expect(() => stepsDue(0, 1, 0)).toThrow(/length/);
});
