import { describe, expect, it } from 'vitest';
import { deriveDustfall, deriveFromEnd, deriveResidue, dustfallOf } from './formulas.ts';

describe('dustfall of a jar', () => {
  it('0.0884 g on 176.71 cm² in 30 days are 5.00 t/(km²·month)', () => {
    expect(dustfallOf('0.0884', '176.71', 30)).toBe('5.00');
  });

  it('is told for a month of 30 days, whatever the days of the sample', () => {
    expect(dustfallOf('0.0884', '176.71', 31)).toBe('4.84');
    expect(dustfallOf('0.0884', '176.71', 0)).toBeNull();
  });

  it('keeps both: with sand-dust and without its share', () => {
    const values = { mass: '0.0884', area: '176.71', days: '30', sand: '0.9' };
    expect(deriveDustfall(values)).toEqual({ dustfall: '5.00', withoutSand: '4.10' });
    expect(deriveDustfall({ ...values, sand: null })).toEqual({ dustfall: '5.00', withoutSand: '5.00' });
    expect(deriveDustfall({ mass: '1' })).toEqual({});
  });
});

describe('residue and ranks', () => {
  it('12.4 g swept from 2 m² are 6.20 g/m²', () => {
    expect(deriveResidue({ mass: '12.4', area: '2' })).toEqual({ residue: '6.20' });
  });

  it('place 301 of 331 is the 31st from the end: out of the last 30', () => {
    expect(deriveFromEnd({ rank: '301', of: '331' })).toEqual({ fromEnd: '31' });
    expect(deriveFromEnd({ rank: '331', of: '331' })).toEqual({ fromEnd: '1' });
  });
});
