import { describe, expect, it } from 'vitest';
import { deriveEvaluated } from './ledgers/warnings.ts';

describe('the evaluation of a warning', () => {
  it('is in time within 30 days after it ended, and counts from the day on which that is known', () => {
    expect(deriveEvaluated({ endsOn: '2021-03-01', evaluatedOn: '2021-03-31' })).toEqual({
      evaluated: 'yes',
      judgedOn: '2021-03-31',
    });
    expect(deriveEvaluated({ endsOn: '2021-03-01', evaluatedOn: '2021-04-01' })).toEqual({
      evaluated: 'late',
      judgedOn: '2021-03-31',
    });
    expect(deriveEvaluated({ endsOn: '2021-12-20' })).toEqual({ evaluated: 'open', judgedOn: '2022-01-19' });
  });

  it('is nothing yet while the warning lasts', () => {
    expect(deriveEvaluated({ startsOn: '2021-03-01' })).toEqual({});
  });
});
