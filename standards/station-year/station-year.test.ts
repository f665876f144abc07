import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIX_POLLUTANTS } from '#standards/pollutants';
import { RULE_BOOKS, type RuleBook, ruleBookOf } from '#standards/rule-book';
import {
  exactStationYear,
  hourColumn,
  LARGEST_UNITS,
  monthsOfYear,
  NO_UNITS,
  type StationHours,
  stationYear,
  stationYearFigures,
} from './index.ts';

const hoursOf = (year: number) => 24 * monthsOfYear(year).reduce((sum, days) => sum + days, 0);

/** A year from a stream of 32-bit integers: `draw` makes of each a value in units. */
function yearOf(year: number, seed: number, decimals: number, draw: (word: number, hour: number) => number) {
  let state = seed >>> 0;
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))) >>> 0;
  };
  const column = (more: number) => ({
    units: Int32Array.from({ length: hoursOf(year) }, (_, hour) => draw(word(), hour)),
    decimals: decimals + more,
  });
  return Object.fromEntries(SIX_POLLUTANTS.map((p) => [p, column(p === 'CO' ? 1 : 0)])) as StationHours;
}

const KINDS: Record<string, (word: number, hour: number) => number> = {
  'an ordinary year with gaps': (word) => (word % 23 === 0 ? NO_UNITS : (word >>> 8) % 180),
  'days on the edge of validity': (word, hour) => (hour % 24 < 18 || word % 2 === 0 ? (word >>> 8) % 260 : NO_UNITS),
  'ozone days with few means': (word, hour) => (hour % 24 > 8 && hour % 24 < 19 ? (word >>> 8) % 330 : NO_UNITS),
  'halves everywhere': (word, hour) => (hour % 24 < 4 ? NO_UNITS : ((word >>> 8) % 2) + 50),
  'far beyond every scale': (word) => (word % 40 === 0 ? NO_UNITS : (word >>> 8) % 9000),
  'the largest values': (word) => LARGEST_UNITS - (word % 3),
  'below zero': (word) => ((word >>> 8) % 12) - 6,
};

function expectSame(book: RuleBook, year: number, hours: StationHours): void {
  expect(stationYearFigures(stationYear(book, year, hours))).toEqual(exactStationYear(book, year, hours));
}

describe('a year on integers has the figures of the exact year, digit by digit', () => {
  it.each(Object.keys(KINDS))('%s', (kind) =>
    fc.assert(
      fc.property(
        fc.constantFrom(...RULE_BOOKS),
        fc.constantFrom(2024, 2025),
        fc.nat(2 ** 31 - 1),
        fc.integer({ min: 0, max: 2 }),
        (book, year, seed, decimals) =>
          expectSame(book, year, yearOf(year, seed, decimals, KINDS[kind] as () => number)),
      ),
      { numRuns: 3 },
    ),
  );
  it('a year without a single value', () => {
    const nothing = yearOf(2025, 1, 0, () => NO_UNITS);
    expectSame(ruleBookOf('2013'), 2025, nothing);
    const { year } = stationYear(ruleBookOf('2013'), 2025, nothing);
    expect(year.pollutants.PM25).toEqual({ days: 0, sufficient: false, mean: null, percentile: null });
    expect(year.composite.index).toBeNull();
    expect(year.attainment.allAttained).toBeNull();
  });
});

describe('columns', () => {
  it('hold what they can hold exactly, and refuse the rest', () => {
    expect([...hourColumn([1.2, null, 2], 1).units]).toEqual([12, NO_UNITS, 20]);
    expect(() => hourColumn([1.25], 1)).toThrow(/more than 1 decimals/);
    expect(() => hourColumn([10_000_001], 0)).toThrow(/too large/);
  });
  it('a year has all its hours', () => {
    const short = yearOf(2025, 1, 0, () => 1);
    expect(() => stationYear(ruleBookOf('2013'), 2024, short)).toThrow(/365 days, not 366/);
    const broken = { ...short, CO: { units: new Int32Array(25), decimals: 1 } };
    expect(() => stationYear(ruleBookOf('2013'), 2025, broken)).toThrow(/not whole days/);
  });
  it('a value beyond the safe integers is refused, not rounded', () => {
    const hours = yearOf(2025, 1, 0, () => LARGEST_UNITS + 1);
    expect(() => stationYear(ruleBookOf('2013'), 2025, hours)).toThrow(/too large/);
  });
});
