import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOn as qualityOn } from '#standards/gb-3095';
import { editionOn as indexOn } from '#standards/hj-633';
import { editionOn as evaluationOn } from '#standards/hj-663';
import { citationsOf, ruleBookForComparison, ruleBookOf, ruleBookOn, ruleBooksBetween } from './index.ts';

const dates = fc
  .date({ min: new Date('2013-01-01T00:00:00Z'), max: new Date('2031-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the rule book of a day', () => {
  it('2021 is judged by the editions of 2012 and 2013', () => {
    expect(ruleBookOn('2021-07-01')).toMatchObject({
      index: 'HJ633-2012',
      quality: 'GB3095-2012',
      evaluation: 'HJ663-2013',
    });
  });
  it('changes on 2026-03-01 and on 2031-01-01', () => {
    expect(ruleBookOn('2026-02-28')?.id).toBe('2013');
    expect(ruleBookOn('2026-03-01')).toMatchObject({ index: 'HJ633-2026', quality: 'GB3095-2026-transition' });
    expect(ruleBookOn('2031-01-01')).toMatchObject({ quality: 'GB3095-2026-final', evaluation: 'HJ663-2026' });
  });
  it('there is exactly one on every day from 2013 to 2031, and it agrees with each standard', () =>
    fc.assert(
      fc.property(dates, (date) => {
        const book = ruleBookOn(date);
        expect(book).toMatchObject({ index: indexOn(date), quality: qualityOn(date), evaluation: evaluationOn(date) });
        expect(ruleBooksBetween(date, date)).toEqual([book]);
      }),
    ));
  it('names its documents', () => {
    expect(citationsOf(ruleBookOf('2013')).join('; ')).toMatch(/GB 3095-2012.*HJ 633-2012.*HJ 663-2013/);
  });
  it('there is none before', () => expect(ruleBookOn('2012-12-31')).toBeNull());
});

describe('a period', () => {
  it('of 2026 crosses a change', () => {
    expect(ruleBooksBetween('2026-01-01', '2026-12-31').map(({ id }) => id)).toEqual(['2013', '2026-transition']);
  });
  it('is compared with the year before by one rule book on both sides', () => {
    expect(ruleBookForComparison(['2026-03-31', '2025-03-31'])?.id).toBe('2026-transition');
  });
});
