import { describe, expect, it } from 'vitest';
import { deriveDustfall, deriveFromEnd, deriveResidue } from './formulas.ts';

describe('dustfall of a dish', () => {
  const dish = { loaded: '40.0900', empty: '40.0000', blank: '0.0016', area: '176.71', days: '30' };

  it('is told for 30 days with one decimal, the blank taken off', () => {
    expect(deriveDustfall({ ...dish, sandDays: 0 })).toEqual({ dustfall: '5.0', withoutSand: '5.0' });
    expect(deriveDustfall({ ...dish, days: '29.5', sandDays: 0 }).dustfall).toBe('5.1');
    expect(deriveDustfall({ ...dish, days: '0' })).toEqual({});
    expect(deriveDustfall({ loaded: '40.09' })).toEqual({});
  });

  it('has no figure without sand while nobody said how many sand days there were', () => {
    expect(deriveDustfall(dish)).toEqual({ dustfall: '5.0' });
  });

  it('drops a month with sand unless a way of taking it out is named', () => {
    expect(deriveDustfall({ ...dish, sandDays: 2 })).toEqual({ dustfall: '5.0' });
    const days = { ...dish, sandDays: 2, sandWay: 'drop-days' };
    expect(deriveDustfall(days)).toEqual({ dustfall: '5.0' });
    expect(deriveDustfall({ ...days, sandMass: '0.0200' }).withoutSand).toBe('4.1');
    const point = { ...dish, sandDays: 2, sandWay: 'reference-point', referenceNow: '9.0', referenceUsual: '6.5' };
    expect(deriveDustfall(point).withoutSand).toBe('2.5');
  });

  it('never falls below nothing', () => {
    const all = { ...dish, sandDays: 2, sandWay: 'drop-days', sandMass: '0.5' };
    expect(deriveDustfall(all).withoutSand).toBe('0.0');
  });
});

describe('residue and ranks', () => {
  it('12.4 g swept from 2 m² are 6.20 g/m²', () => {
    expect(deriveResidue({ mass: '12.4', area: '2' })).toEqual({ residue: '6.20' });
  });

  it('a printed place is the place from the worst, shared or not; a street that is not listed stands 31st at least', () => {
    expect(deriveFromEnd({ listed: 'yes', place: 30 })).toEqual({ fromEnd: '30' });
    expect(deriveFromEnd({ listed: 'no' })).toEqual({ fromEnd: '31' });
    expect(deriveFromEnd({ listed: 'yes' })).toEqual({});
  });
});
