import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import {
  type CovarianceModel,
  covariance,
  distance,
  fitVariogram,
  gammaOf,
  inverseDistance,
  krigingOf,
  LeaveOneOut,
  type Points,
  planeAround,
  predict,
  sillOf,
} from './index.ts';

/** A stream of numbers in [0, 1) that is the same at every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
function scattered(n: number, seed: number): Points & { z: number[] } {
  const next = chance(seed);
  const all = Array.from({ length: n }, () => [next() * 7000, next() * 7000, next() * 3] as const);
  return { x: all.map(([x]) => x), y: all.map(([, y]) => y), z: all.map(([, , z]) => z) };
}
const EXPONENTIAL: CovarianceModel = { kind: 'exponential', nugget: 0.12, partialSill: 0.88, range: 1200 };
const SPHERICAL: CovarianceModel = { kind: 'spherical', nugget: 0.05, partialSill: 1.2, range: 2500 };

/** The textbook system [[K, 1], [1ᵀ, 0]] solved afresh for one place, by LU. */
function bruteForce(points: Points, z: readonly number[], model: CovarianceModel, at: Points, p = 0) {
  const n = z.length;
  const system = new Matrix(n + 1, n + 1);
  const right = new Matrix(n + 1, 1);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1)
      system.set(i, j, i === j ? sillOf(model) : covariance(model, distance(points, i, points, j)));
    system.set(i, n, 1);
    system.set(n, i, 1);
    right.set(i, 0, covariance(model, distance(points, i, at, p)));
  }
  right.set(n, 0, 1);
  const solved = solve(system, right).to1DArray();
  const weights = solved.slice(0, n);
  const value = weights.reduce((sum, w, i) => sum + w * z[i]!, 0);
  const variance = sillOf(model) - weights.reduce((sum, w, i) => sum + w * right.get(i, 0), 0) - (solved[n] as number);
  return { value, variance };
}
const without = (points: Points, z: readonly number[], gone: readonly number[]) => {
  const kept = z.map((_, i) => i).filter((i) => !gone.includes(i));
  return {
    points: { x: kept.map((i) => points.x[i]!), y: kept.map((i) => points.y[i]!) },
    z: kept.map((i) => z[i]!),
  };
};

describe('ordinary kriging', () => {
  it.each([EXPONENTIAL, SPHERICAL])('predicts what the textbook system predicts: $kind', (model) => {
    const { z, ...points } = scattered(60, 3);
    const at = scattered(15, 4);
    const ours = predict(krigingOf(points, model), z, at);
    for (let p = 0; p < at.z.length; p += 1) {
      const brute = bruteForce(points, z, model, at, p);
      expect(Math.abs(ours.value[p]! - brute.value)).toBeLessThan(1e-9);
      expect(Math.abs(ours.variance[p]! - brute.variance)).toBeLessThan(1e-9);
    }
  });
  it('a constant field is predicted as that constant; uncertainty grows with distance up to more than the sill', () => {
    const { x, y, z } = scattered(40, 5);
    const at = { x: [x[0]!, 3500, 90_000], y: [y[0]!, 3500, 90_000] };
    const { value, variance } = predict(krigingOf({ x, y }, EXPONENTIAL), new Array(z.length).fill(7), at);
    for (const one of value) expect(one).toBeCloseTo(7, 9);
    expect(variance[0]!).toBeLessThan(variance[1]!);
    expect(variance[2]!).toBeGreaterThan(sillOf(EXPONENTIAL));
  });
  it('two sensors at one pole are told apart by jitter when there is no nugget, and refused without either', () => {
    const points = { x: [0, 0, 500, 900], y: [0, 0, 100, 700] };
    const smooth = { ...EXPONENTIAL, nugget: 0, partialSill: 1 };
    const at = { x: [200], y: [50] };
    const pair = predict(krigingOf(points, smooth), [10, 12, 20, 25], at).value[0]!;
    const mean = predict(krigingOf({ x: [0, 500, 900], y: [0, 100, 700] }, smooth), [11, 20, 25], at).value[0]!;
    expect(pair).toBeCloseTo(mean, 3);
    expect(() => krigingOf(points, smooth, { jitter: 0 })).toThrow(/share a place/);
    expect(() => krigingOf({ x: [], y: [] }, smooth)).toThrow(/needs a sensor/);
    expect(() => predict(krigingOf(points, EXPONENTIAL), [1], at)).toThrow(/4 sensors, 1 values/);
  });
});

describe('leave-one-out of all sensors from one inverse', () => {
  it.each([EXPONENTIAL, SPHERICAL])('is what refitting without each sensor gives: $kind', (model) => {
    const { z, ...points } = scattered(45, 11);
    const { residual, variance } = new LeaveOneOut(krigingOf(points, model)).take(z);
    z.forEach((own, i) => {
      const rest = without(points, z, [i]);
      const brute = bruteForce(rest.points, rest.z, model, { x: [points.x[i]!], y: [points.y[i]!] });
      expect(Math.abs(own - brute.value - residual[i]!)).toBeLessThan(1e-9);
      expect(Math.abs(variance[i]! - brute.variance)).toBeLessThan(1e-9);
    });
  });
  it('stays exact when sensors are silent or are taken out afterwards, in whichever order', () => {
    const { z, ...points } = scattered(30, 12);
    const kriging = krigingOf(points, EXPONENTIAL);
    const indices = fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(indices, fc.nat(12), (gone, cut) => {
        const silent = gone.slice(0, cut);
        const loo = new LeaveOneOut(kriging).take(z.map((v, i) => (silent.includes(i) ? Number.NaN : v)));
        for (const one of gone.slice(cut)) loo.without(one);
        for (const one of gone) expect(loo.residual[one]).toBeNaN();
        const probe = z.findIndex((_, i) => !gone.includes(i));
        const rest = without(points, z, [...gone, probe]);
        const brute = bruteForce(rest.points, rest.z, EXPONENTIAL, { x: [points.x[probe]!], y: [points.y[probe]!] });
        expect(Math.abs(z[probe]! - brute.value - loo.residual[probe]!)).toBeLessThan(1e-9);
        expect(Math.abs(loo.variance[probe]! - brute.variance)).toBeLessThan(1e-9);
      }),
      { numRuns: 40 },
    );
  });
  it('of a single sensor there is none', () => {
    expect(new LeaveOneOut(krigingOf({ x: [0], y: [0] }, EXPONENTIAL)).take([5]).residual[0]).toBeNaN();
    const two = new LeaveOneOut(krigingOf({ x: [0, 100], y: [0, 0] }, EXPONENTIAL)).take([5, 7]);
    expect(two.residual[0]).toBeCloseTo(-2, 9);
    expect(two.without(1).residual[0]).toBeNaN();
  });
});

describe('a variogram', () => {
  /** fields that have the covariance of a model: L·ξ with L from Cholesky, written out here on purpose */
  function fieldsOf(points: Points, model: CovarianceModel, count: number, seed: number): Float64Array[] {
    const n = points.x.length;
    const l = Array.from({ length: n }, () => new Float64Array(n));
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j <= i; j += 1) {
        let sum = i === j ? sillOf(model) : covariance(model, distance(points, i, points, j));
        for (let k = 0; k < j; k += 1) sum -= l[i]![k]! * l[j]![k]!;
        l[i]![j] = i === j ? Math.sqrt(sum) : sum / l[j]![j]!;
      }
    const next = chance(seed);
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return Array.from({ length: count }, () => {
      const xi = Array.from({ length: n }, normal);
      return Float64Array.from(l, (row) => row.reduce((sum, w, j) => sum + (j < n ? w * xi[j]! : 0), 0));
    });
  }
  it('finds the range and the nugget that made the fields', () => {
    const { z, ...points } = scattered(80, 21);
    const { model, fallback, lags } = fitVariogram(points, fieldsOf(points, EXPONENTIAL, 168, 22));
    expect(z).toHaveLength(80);
    expect(fallback).toBeNull();
    expect(lags.length).toBe(15);
    expect(model.range).toBeGreaterThan(900);
    expect(model.range).toBeLessThan(1600);
    expect(model.nugget / sillOf(model)).toBeGreaterThan(0.04);
    expect(model.nugget / sillOf(model)).toBeLessThan(0.2);
    expect(gammaOf(model, 1e9)).toBeCloseTo(sillOf(model), 9);
  });
  it('keeps its bounds: the nugget is not below the noise of the sensors, the range stays within the table', () => {
    const { z, ...points } = scattered(60, 23);
    const long = fieldsOf(points, { ...EXPONENTIAL, range: 40_000 }, 60, 24);
    expect(fitVariogram(points, long).model.range).toBeLessThanOrEqual(4000);
    expect(fitVariogram(points, long, { noiseVariance: 0.3 }).model.nugget).toBeGreaterThanOrEqual(0.3);
    expect(z).toHaveLength(60);
  });
  it('of three sensors, or of fields without structure, falls back to what is written down', () => {
    const few = fitVariogram({ x: [0, 500, 900], y: [0, 0, 0] }, [[1, 2, 3]]);
    expect(few).toMatchObject({ fallback: 'too-few-pairs', model: { kind: 'exponential', range: 1200 } });
    expect(few.model.nugget / sillOf(few.model)).toBeCloseTo(0.12, 9);
    const { z, ...points } = scattered(40, 25);
    const flat = fitVariogram(points, [z.map(() => 1), z.map(() => 2)]);
    expect(flat.fallback).toBe('no-structure');
  });
});

describe('inverse distance', () => {
  it('gives the sensor its own value, weighs by the square of the distance, and says nothing without sensors', () => {
    const points = { x: [0, 300], y: [0, 0] };
    const at = { x: [0, 100], y: [0, 0] };
    const [own, between] = inverseDistance(points, [10, 20], at);
    expect(own).toBe(10);
    expect(between).toBeCloseTo(12, 9);
    expect(inverseDistance(points, [Number.NaN, Number.NaN], at)[0]).toBeNaN();
    expect(inverseDistance(points, [10, 20], at, { nearest: 1 })[1]).toBeCloseTo(10, 9);
  });
  it('and kriging agree on a smooth field to a few per cent', () => {
    const { z, ...points } = scattered(150, 31);
    const smooth = z.map((_, i) => 60 + 20 * Math.sin(points.x[i]! / 3000) + 10 * Math.cos(points.y[i]! / 2500));
    const at = { x: [2000, 3500, 5000], y: [2000, 3000, 5500] };
    const kriged = predict(krigingOf(points, { ...EXPONENTIAL, nugget: 0.01 }), smooth, at).value;
    inverseDistance(points, smooth, at).forEach((v, p) => {
      expect(Math.abs(v / kriged[p]! - 1)).toBeLessThan(0.05);
    });
  });
});

describe('a plane around the district', () => {
  it('a thousandth of a degree of latitude is 111 m, of longitude 85 m in Beijing', () => {
    const { x, y } = planeAround([116.36, 116.361], [39.9, 39.901]);
    expect(y[1]! - y[0]!).toBeCloseTo(111.2, 1);
    expect(x[1]! - x[0]!).toBeCloseTo(85.3, 1);
  });
});
