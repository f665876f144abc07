import { describe, expect, it } from 'vitest';
import { deriveInTime } from './in-time.ts';

describe('an exchange that is due on a day', () => {
  it.each([
    ['2021-06-10', 'yes'],
    ['2021-06-09', 'yes'],
    ['2021-06-11', 'late'],
    [null, 'open'],
  ])('done on %s is %s', (doneOn, inTime) => {
    expect(deriveInTime({ dueOn: '2021-06-10', doneOn })).toEqual({ inTime });
  });
});
