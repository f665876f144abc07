import { describe, expect, it } from 'vitest';
import { inForceOn, isDate } from './index.ts';

describe('dated tables', () => {
  it('the last day of force still belongs to the row', () => {
    const row = { inForce: { from: '2020-01-01', until: '2020-12-31' } };
    expect(inForceOn([row], '2020-12-31')).toBe(row);
    expect(inForceOn([row], '2021-01-01')).toBeNull();
  });
});

it('knows the days of the calendar', () => {
  expect(['2024-02-29', '2023-02-29', '2000-02-29', '1900-02-29', '2021-13-01', '2021-1-1'].map(isDate)).toEqual([
    true,
    false,
    true,
    false,
    false,
    false,
  ]);
});
