import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLUME_DEFAULTS, plumeIn, type Stability, sigmas, stabilityOf, sunElevationDegrees } from './index.ts';

const CLASSES: readonly Stability[] = ['A', 'B', 'C', 'D', 'E', 'F'];
const BARE = { initialAcrossMetres: 0, initialUpMetres: 0, meanderDegrees: 0, calmBelow: 0.5 };
const ground = (east: number, north: number) => ({ east, north, height: 0 });
const northerly = { metresPerSecond: 2, fromDegrees: 0, stability: 'D' } as const;

describe('Briggs urban coefficients', () => {
  // by hand: D, 1000 m: 160/√1.4 = 135.22, 140/√1.3 = 122.79; A, 1000 m: 320/√1.4 = 270.45, 240·√2 = 339.41
  it.each([
    ['A', 1000, 270.45, 339.41],
    ['C', 1000, 185.93, 200.0],
    ['D', 1000, 135.22, 122.79],
    ['D', 500, 73.03, 65.28],
    ['E', 1000, 92.97, 50.6],
    ['F', 2000, 163.98, 80.0],
  ] as const)('class %s at %d m', (stability, x, across, up) => {
    expect(sigmas(stability, x).across).toBeCloseTo(across, 2);
    expect(sigmas(stability, x).up).toBeCloseTo(up, 2);
  });
  it('a plume grows with its way, less the more stable the air is', () =>
    fc.assert(
      fc.property(fc.double({ min: 1, max: 10_000, noNaN: true }), (x) => {
        for (const [i, stability] of CLASSES.entries()) {
          expect(sigmas(stability, x * 1.1).up).toBeGreaterThan(sigmas(stability, x).up);
          expect(sigmas(stability, x).across).toBeLessThanOrEqual(sigmas(CLASSES[Math.max(0, i - 1)]!, x).across);
        }
      }),
    ));
});

describe('a plume', () => {
  it('on the ground below a ground source is Q / (π u σy σz)', () => {
    const { added } = plumeIn(northerly, BARE);
    // 1 g/s, 2 m/s, D, 500 m: 1e6 / (π · 2 · 73.03 · 65.28) = 33.39 µg/m³
    expect(added({ ...ground(0, 0), gramsPerSecond: 1 }, ground(0, -500))).toBeCloseTo(33.39, 2);
  });
  it('of a chimney is less by exp(−H²/2σz²)', () => {
    const { perGram } = plumeIn(northerly, BARE);
    const low = perGram(ground(0, 0), ground(0, -500));
    // H = σz = 65.28 m: e^−0.5
    expect(perGram({ ...ground(0, 0), height: 65.28 }, ground(0, -500)) / low).toBeCloseTo(0.6065, 3);
  });
  it('one σy beside its axis is e^−0.5 of the axis', () => {
    const { perGram } = plumeIn(northerly, BARE);
    const axis = perGram(ground(0, 0), ground(0, -500));
    expect(perGram(ground(0, 0), ground(73.03, -500)) / axis).toBeCloseTo(0.6065, 3);
    expect(perGram(ground(0, 0), ground(-73.03, -500))).toBeCloseTo(perGram(ground(0, 0), ground(73.03, -500)), 9);
  });
  it('goes where the wind blows to, and nowhere else', () => {
    const { perGram } = plumeIn({ ...northerly, fromDegrees: 90 });
    expect(perGram(ground(0, 0), ground(-300, 0))).toBeGreaterThan(0);
    expect(perGram(ground(0, 0), ground(300, 0))).toBe(0);
    expect(perGram(ground(0, 0), ground(0, 300))).toBe(0);
  });
  it('carries all of its matter through every section', () => {
    // ∫∫ u C dy dz over a half space is Q
    const { perGram } = plumeIn({ ...northerly, metresPerSecond: 3 });
    let flow = 0;
    for (let y = -600; y <= 600; y += 5)
      for (let z = 2.5; z < 400; z += 5) flow += 3 * perGram(ground(0, 0), { east: y, north: -400, height: z }) * 25;
    expect(flow / 1e6).toBeCloseTo(1, 2);
  });
  it('is wider and weaker on its axis where buildings and meander are counted', () => {
    const at = ground(0, -200);
    expect(plumeIn(northerly).perGram(ground(0, 0), at)).toBeLessThan(
      plumeIn(northerly, BARE).perGram(ground(0, 0), at),
    );
  });
  it('in a calm depends on the distance alone, and is diluted with the least speed', () => {
    const calm = plumeIn({ ...northerly, metresPerSecond: 0.2 });
    expect(calm.calm).toBe(true);
    const values = [ground(0, 300), ground(300, 0), ground(0, -300)].map((at) => calm.perGram(ground(0, 0), at));
    expect(new Set(values.map((value) => value.toPrecision(9))).size).toBe(1);
    // D, √(300² + 10²) = 300.17 m: σz = √(42.023/√1.09005)² … ∨ 5 m = 40.56 m; 2e6 / (√(2π) · 0.5 · 40.56 · 2π · 300.17)
    expect(values[0]).toBeCloseTo(20.86, 1);
    expect(plumeIn({ ...northerly, metresPerSecond: PLUME_DEFAULTS.calmBelow }).calm).toBe(false);
  });
});

describe('stability', () => {
  const sky = (windMetresPerSecond: number, sunElevationDegrees: number, cloud: number) =>
    stabilityOf({ windMetresPerSecond, sunElevationDegrees, cloud });
  it.each([
    ['strong sun, light wind', 1.5, 65, 0.1, 'A'],
    ['moderate sun, 4 m/s', 4, 45, 0.3, 'C'],
    ['slight sun, 5.5 m/s', 5.5, 20, 0.3, 'D'],
    ['clear night, 2 m/s', 2, -20, 0.1, 'F'],
    ['cloudy night, 2 m/s', 2, -20, 0.8, 'E'],
    ['clear night, 4 m/s', 4, -20, 0.1, 'E'],
    ['overcast', 1, 65, 1, 'D'],
    ['gale', 9, 65, 0, 'C'],
    ['sunrise', 1, 5, 0, 'D'],
  ] as const)('%s', (_, wind, sun, cloud, expected) => {
    expect(sky(wind, sun, cloud)).toBe(expected);
  });
  it('the sun of Beijing: noon of the solstices and midnight', () => {
    // 90° − 39.9° ± 23.44° at local noon, 12:14 Beijing time at 116.4° E
    expect(sunElevationDegrees(Date.parse('2021-06-21T12:16:00+08:00'), 116.4, 39.9)).toBeCloseTo(73.5, 0);
    expect(sunElevationDegrees(Date.parse('2021-12-22T12:13:00+08:00'), 116.4, 39.9)).toBeCloseTo(26.7, 0);
    expect(sunElevationDegrees(Date.parse('2021-06-21T00:15:00+08:00'), 116.4, 39.9)).toBeLessThan(-25);
  });
});
