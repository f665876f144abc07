import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimal } from '#standards/gb-t-8170';
import {
  areaResidue,
  CLEANING_CHECKS,
  pointResidue,
  readResidue,
  residue,
  residueChange,
  residueVerdict,
  roadResidue,
  suctionEfficiency,
  worstRoads,
} from './index.ts';

const points = (...values: number[]) => values.map(residue);
const roads = [
  { road: '南礼士路', roadClass: 'first' as const, points: points(5.1, 5.9, 6.2, 6.6, 6.2) },
  { road: '三里河路', roadClass: 'first' as const, points: points(7, 7, 7, 7, 7.5) },
  { road: '宏汇园路', roadClass: 'second' as const, points: points(8, 8.4, 8.2, 8, 8.4) },
  { road: '达智桥胡同', roadClass: 'alley' as const, points: points(9.5, 9.5, 9.5, 9.5, 9.5) },
  { road: '某路', roadClass: 'second' as const, points: [residue(8), null, residue(8), residue(8), residue(8)] },
];

describe('dust residue of roads', () => {
  it('is a mean of five points with one decimal; four make none', () => {
    expect(roadResidue(points(5.1, 5.9, 6.2, 6.6, 6.2))).toEqual({ mean: '6.0', points: 5, reason: null });
    expect(roadResidue(points(5, 5, 5, 5))).toEqual({ mean: null, points: 4, reason: 'too-few-points' });
    expect(roadResidue(points(5, 5, 5, 5), { pointsPerRoad: 4 }).mean).toBe('5.0');
    expect(roadResidue(points(5, 5, 5, 5, 5), { pointsPerRoad: 10 }).mean).toBeNull();
  });
  it('has means by class, and one of all that says whether alleys are in it', () => {
    expect(areaResidue(roads)).toEqual({
      byClass: {
        first: { mean: '6.6', roads: 2 },
        second: { mean: '8.2', roads: 1 },
        alley: { mean: '9.5', roads: 1 },
      },
      mean: '7.7',
      roads: 4,
      points: 20,
      withAlleys: true,
      missing: ['某路'],
    });
    expect(areaResidue(roads, { classes: ['first', 'second', 'third'] })).toMatchObject({
      mean: '7.1',
      withAlleys: false,
    });
    expect(areaResidue([])).toMatchObject({ mean: null, roads: 0, byClass: {} });
  });
  it('names the worst roads, the worst first', () => {
    expect(worstRoads(roads, 1).map(({ item }) => item.road)).toEqual(['达智桥胡同']);
  });
  it('does not depend on the order of roads', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(roads, { minLength: roads.length }), (other) => {
        expect(areaResidue(other).mean).toBe(areaResidue(roads).mean);
      }),
    ));
  it('a dustier point never gives a cleaner road', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 5, maxLength: 10 }), fc.nat(9), fc.nat(50), (tenths, i, more) => {
        const mean = (list: number[]) => roadResidue(list.map((x) => residue(`${x}e-1`))).mean as string;
        const dustier = tenths.map((x, j) => (j === i % tenths.length ? x + more : x));
        expect(compareDecimal(mean(dustier), mean(tenths))).toBeGreaterThanOrEqual(0);
      }),
    ));
});

describe('the notice of October 2025', () => {
  it.each([
    ['first class, on the year', '6.6', '6.7', '-0.1', 'down'],
    ['second class, on the month', '8.2', '7.5', '0.7', 'up'],
    ['unchanged', '6.0', '6.0', '0.0', 'level'],
  ] as const)('%s: %s after %s is %s g/m²', (_, now, before, gramsPerSquareMetre, direction) => {
    expect(residueChange(residue(now), residue(before))).toEqual({ gramsPerSquareMetre, direction });
  });
  it('without a base there is no change', () => {
    expect(residueChange(residue('6.0'), null)).toEqual({ gramsPerSquareMetre: null, direction: null });
  });
});

describe('a verdict', () => {
  it('needs a limit that somebody set', () => {
    expect(residueVerdict(residue('6.0'), 'first')).toBe('no-limit');
    const limits = { first: '6.0', second: null, third: null, alley: null };
    expect(residueVerdict(residue('6.04'), 'first', { limits })).toBe('meets');
    expect(residueVerdict(residue('6.1'), 'first', { limits })).toBe('exceeds');
    expect(residueVerdict(null, 'first', { limits })).toBe('no-value');
  });
});

describe('a cell', () => {
  it.each([
    ['6.0', '6.0', null],
    ['0.32', '0.32', 'looks-like-road-dust-load'],
    ['600', '600', 'too-large'],
    ['', null, 'missing'],
    ['—', null, 'missing'],
    ['约6', null, 'not-a-number'],
    ['-1', null, 'not-a-number'],
  ])('%j', (cell, value, doubt) => expect(readResidue(cell)).toEqual({ value, doubt }));
  it('nothing else becomes a residue', () => expect(() => residue('six')).toThrow(/dust residue/));
});

describe('a point', () => {
  it('is its dust over its area', () => {
    expect(pointResidue({ grams: '1.5', areaSquareMetres: '0.25' })).toBe('6.0');
    expect(pointResidue({ grams: '1.5', areaSquareMetres: '0.25', efficiencyPercent: '96' })).toBe('6.2');
    expect(pointResidue({ grams: null, areaSquareMetres: '0.25' })).toBeNull();
    expect(pointResidue({ grams: '1.5', areaSquareMetres: '0' })).toBeNull();
  });
  it('the sampler takes up 96 of 100 g', () => {
    expect(suctionEfficiency('96', '100')).toBe('96.0');
    expect(suctionEfficiency('96', '0')).toBeNull();
  });
});

it('every check of cleaning names its clause', () => {
  expect(CLEANING_CHECKS.every(({ clause, citation }) => citation.includes(clause))).toBe(true);
});
