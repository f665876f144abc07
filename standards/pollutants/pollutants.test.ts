import { describe, expect, it } from 'vitest';
import { isPollutant, POLLUTANTS, type Pollutant, pollutantOfHj212, printedName, symbolParts } from './index.ts';

const codes = Object.keys(POLLUTANTS) as Pollutant[];

describe('the catalogue of pollutants', () => {
  it('prints fine particles as PM2.5 with 2.5 below the line', () => {
    expect(printedName('PM25')).toBe('PM2.5');
    expect(symbolParts('PM25')).toEqual([
      { text: 'PM', sub: false },
      { text: '2.5', sub: true },
    ]);
    expect(printedName('H2S')).toBe('H2S');
    expect(symbolParts('H2S').map(({ sub }) => sub)).toEqual([false, true, false]);
  });
  it('finds the quantity that a device sends', () => {
    expect(pollutantOfHj212('a34004')).toBe('PM25');
    expect(pollutantOfHj212('a05024')).toBe('O3');
    expect(pollutantOfHj212('02')).toBe('SO2');
    expect(pollutantOfHj212('w01018')).toBeNull();
  });
  it('gives every code to one quantity only', () => {
    const all = codes.flatMap((code) => POLLUTANTS[code].hj212);
    expect(new Set(all).size).toBe(all.length);
  });
  it.each(codes)('%s has names, a unit and a range', (code) => {
    const { zh, en, unit, range } = POLLUTANTS[code];
    expect([zh, en, unit].every((text) => text.length > 0)).toBe(true);
    expect(range[0]).toBeLessThan(range[1]);
  });
  it('knows what is no quantity', () => {
    expect(isPollutant('PM25')).toBe(true);
    expect(isPollutant('toString')).toBe(false);
  });
});
