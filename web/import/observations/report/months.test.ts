import { describe, expect, it } from 'vitest';
import { hoursOf, monthsBetween } from './months.ts';

describe('months of a picture of coverage', () => {
  it('run over the turn of the year without a gap', () => {
    expect(monthsBetween('2016-11', '2017-02')).toEqual(['2016-11', '2016-12', '2017-01', '2017-02']);
    expect(monthsBetween('2016-11', '2016-11')).toEqual(['2016-11']);
  });

  it('of a very long stretch are its end', () => {
    const months = monthsBetween('1950-01', '2017-02');
    expect([months.length, months.at(-1)]).toEqual([240, '2017-02']);
  });

  it('have the hours of their days', () => {
    expect(['2016-02', '2015-02', '2016-12'].map(hoursOf)).toEqual([696, 672, 744]);
  });
});
