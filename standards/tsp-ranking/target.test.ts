import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distanceToEdge,
  halfMonthOf,
  halfMonthsOfYear,
  type Listing,
  leastPlaceFromWorst,
  provisionalPlaces,
  tspTarget,
} from './index.ts';

describe('half-months', () => {
  it('end on the 15th and with the month', () => {
    expect(halfMonthOf('2024-02-29')).toEqual({
      id: '2024-02-b',
      first: '2024-02-16',
      last: '2024-02-29',
      days: 14,
      zh: '2024年2月16日-29日',
    });
    expect(halfMonthOf('2021-10-15').id).toBe('2021-10-a');
    expect(halfMonthOf('2021-10-16')).toMatchObject({ id: '2021-10-b', days: 16 });
  });
  it('fill the year without gap or overlap', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2013, max: 2031 }), (year) => {
        const halves = halfMonthsOfYear(year);
        const leap = year % 4 === 0;
        expect(halves).toHaveLength(24);
        expect(halves.reduce((n, { days }) => n + days, 0)).toBe(leap ? 366 : 365);
        expect(halves.map(({ id }) => id)).toEqual(halves.map(({ first }) => halfMonthOf(first).id));
        expect(halves.map(({ id }) => id)).toEqual(halves.map(({ last }) => halfMonthOf(last).id));
      }),
    ));
});

describe('own figures', () => {
  /** Fengtai's own list of September 2023, the worst first. */
  const fengtai = [93, 92, 90, 90, 89, 89, 88, 88, 87, 87, 87, 87, 87, 87, 86];
  it('have the places that the district prints, and a label', () => {
    const places = provisionalPlaces(fengtai, (tsp) => tsp);
    expect(places.map(({ place }) => place)).toEqual([1, 2, 3, 3, 5, 5, 7, 7, 9, 9, 9, 9, 9, 9, 15]);
    expect(places[0]).toMatchObject({ of: 15, label: { zh: expect.stringContaining('仅供内部参考') } });
  });
  it('are placed on integers: 87.4 and 86.6 share a place; no figure has none', () => {
    const places = provisionalPlaces(['86.6', null, '87.4', '90'], (tsp) => tsp);
    expect(places.map(({ tsp, place, shared }) => [tsp, place, shared])).toEqual([
      ['90', 1, false],
      ['87', 2, true],
      ['87', 2, true],
      [null, null, false],
    ]);
  });
  it('the printed streets of other districts say how far from the worst a figure stands at least', () => {
    const row = (street: string, tsp: number) => ({ district: '丰台区', end: 'worst' as const, place: 1, street, tsp });
    const table = { rows: [row('a', 93), row('b', 92), row('c', 87)], problems: [] };
    expect(leastPlaceFromWorst(table, '87.2')).toBe(3);
    expect(leastPlaceFromWorst(table, 100)).toBe(1);
  });
  it('the edge is one place past the 30th', () => expect([1, 30, 31, 200].map(distanceToEdge)).toEqual([30, 1, 0, 0]));
});

describe('out of the 30 worst, of a year', () => {
  const year = halfMonthsOfYear(2021);
  const at = (place: number): Listing => ({ listed: true, place, shared: false, toLeave: 31 - place });
  const out: Listing = { listed: false, betterThan: 30 };
  const periods = (listings: (Listing | null)[]) =>
    year.map((period, i) => ({ period, listing: listings[i] === undefined ? out : (listings[i] as Listing | null) }));

  it('every period: one listing decides it, a missing notice leaves it open', () => {
    expect(tspTarget(periods([]))).toMatchObject({ met: true, listed: [], missing: [] });
    expect(tspTarget(periods([at(29), null]))).toMatchObject({
      met: false,
      listed: ['2021-01-a'],
      missing: ['2021-01-b'],
    });
    expect(tspTarget(periods([null])).met).toBeNull();
    expect(tspTarget([]).met).toBeNull();
  });
  it('last period: only December counts, whatever the order in which the notices come', () => {
    const all = periods([at(1), at(2)]);
    expect(tspTarget([...all].reverse(), { reading: 'last-period' }).met).toBe(true);
    const december = periods([...Array<Listing>(23).fill(out), at(30)]);
    expect(tspTarget(december, { reading: 'last-period' }).met).toBe(false);
  });
  it('mean of periods: says yes when even the least mean is past the 30th, no only when all are listed', () => {
    const reading = 'mean-of-periods' as const;
    expect(tspTarget(periods([at(20)]), { reading })).toMatchObject({ met: true, leastMeanPlace: (20 + 23 * 31) / 24 });
    expect(tspTarget(periods(Array<Listing>(12).fill(at(20))), { reading }).met).toBeNull();
    expect(tspTarget(periods(Array<Listing>(24).fill(at(30))), { reading }).met).toBe(false);
    expect(tspTarget(periods([null]), { reading }).met).toBeNull();
  });
  it('each reading carries its label', () => {
    expect(tspTarget([], { reading: 'last-period' }).label.zh).toContain('最后一期');
  });
});
