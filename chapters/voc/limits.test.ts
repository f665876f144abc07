import { describe, expect, it } from 'vitest';
import { derivePeak, deriveVerdict } from './limits.ts';

const ink = {
  family: 'ink',
  productClass: '水性油墨/凹印油墨/吸收性承印物',
  unitOf: 'percent',
  origin: 'measured',
  madeOn: '2021-05-01',
  usedOn: '2021-06-01',
};

describe('a raw material against the limit of its class', () => {
  it('a water-based gravure ink of 15 % or less complies, with the limit and its standard beside it', () => {
    const { verdict, limit } = deriveVerdict({ ...ink, content: '12' });
    expect(verdict).toBe('complies');
    expect(limit).toMatch(/GB38507-2020/);
  });

  it('one that has more exceeds it', () => {
    expect(deriveVerdict({ ...ink, content: '40' }).verdict).toBe('exceeds');
  });

  it('is open, never passed, without a content, a known class or a unit', () => {
    expect(deriveVerdict({ ...ink }).verdict).toBe('open');
    expect(deriveVerdict({ ...ink, content: '12', productClass: '某种油墨' }).verdict).toBe('open');
    expect(deriveVerdict({ ...ink, content: '12', unitOf: null }).verdict).toBe('open');
    expect(deriveVerdict({ content: '12' }).verdict).toBe('open');
  });
});

describe('an unloading in summer', () => {
  it.each([
    ['09:59', true],
    ['10:00', false],
    ['17:59', false],
    ['18:00', true],
  ])('that begins at %s is off peak: %s', (startedAt, offPeak) => {
    expect(derivePeak({ startedAt, unloadedOn: '2021-07-01' })).toEqual({ offPeak, inSeason: true });
  });

  it.each([
    ['2021-05-31', false],
    ['2021-06-01', true],
    ['2021-09-30', true],
    ['2021-10-01', false],
  ])('of %s is in the season: %s', (unloadedOn, inSeason) => {
    expect(derivePeak({ unloadedOn })).toEqual({ inSeason });
  });
});
