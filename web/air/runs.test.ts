import { describe, expect, it } from 'vitest';
import { datesOf, runsOf } from './runs.ts';

describe('the days of a year', () => {
  it('are 365, and 366 in a leap year', () => {
    expect(datesOf(2021)).toHaveLength(365);
    expect(datesOf(2020)).toHaveLength(366);
    expect([datesOf(2020)[59], datesOf(2020).at(-1)]).toEqual(['2020-02-29', '2020-12-31']);
  });
});

describe('missing days', () => {
  it('that follow each other are one gap, also over the end of a month', () =>
    expect(runsOf(['2021-04-14', '2021-04-15', '2021-04-30', '2021-05-01'])).toEqual([
      ['2021-04-14', '2021-04-15'],
      ['2021-04-30', '2021-05-01'],
    ]));
  it('may be none', () => expect(runsOf([])).toEqual([]));
});
