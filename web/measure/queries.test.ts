import { describe, expect, it } from 'vitest';
import { indicators } from '../../app/definitions.ts';
import { askedBy, opensHere } from './queries.ts';

describe('the evidence of an indicator', () => {
  const href = (id: string) =>
    indicators.find(id)!.evidenceHref({ kind: 'district', code: '110102' }, '2021-01-01', '2021-11-08');

  it('of the air is asked of the server by statistic, scope and dates', () => {
    expect(opensHere(href('air.pm25-mean'))).toBe(true);
    expect(askedBy(href('air.pm25-mean'))).toEqual({
      statistic: 'PM25_mean',
      scope: 'district:110102',
      from: '2021-01-01',
      until: '2021-11-08',
    });
  });

  it('of bulletins is a page of its own', () => {
    expect(opensHere(href('air.bulletins-issued'))).toBe(false);
    expect(href('air.bulletins-issued')).toBe('/bulletins?year=2021');
  });
});
