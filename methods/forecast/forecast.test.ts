import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  climatologyOf,
  errorStatistics,
  eventScore,
  intervalCoverage,
  levelOfConcentration,
  levelScore,
  monthClimatology,
  NOWCAST_VERSIONS,
  nowcast,
  persistence,
  pinballLoss,
  sampleCrps,
  scoreForecast,
  skill,
} from './index.ts';

const value = fc.double({ min: 1, max: 900, noNaN: true });
const series = fc.array(fc.option(value, { freq: 6 }), { minLength: 12, maxLength: 12 });

describe('NowCast', () => {
  it('of steady air is the air itself', () => {
    expect(nowcast(Array(12).fill(80))).toBeCloseTo(80, 10);
  });
  it('follows a rise: weight one half, the newest hour counts most', () => {
    // w = 0.5: (64 + 32/2 + 16/4 + 8/8) / (1 + 1/2 + 1/4 + 1/8)
    expect(nowcast([8, 16, 32, 64])).toBeCloseTo(85 / 1.875, 10);
  });
  it('weighs by the spread where the spread is small', () => {
    // w = 90/100: (100 + 0.9·90)/(1.9)
    expect(nowcast([90, 100])).toBeCloseTo(181 / 1.9, 10);
  });
  it('the Asian version looks at three hours and lets the weight fall to a tenth', () => {
    expect(nowcast([500, 500, 10, 20, 400], 'pmAsian')).toBeCloseTo((400 + 20 * 0.1 + 10 * 0.01) / 1.11, 10);
  });
  it('needs two of the last three hours; a missing hour is skipped, its place stays', () => {
    expect(nowcast([50, 50, 50, null, null, 60])).toBeNull();
    expect(nowcast([40, null, 50])).toBeCloseTo((50 + 0.8 ** 2 * 40) / (1 + 0.8 ** 2), 10);
    expect(nowcast([])).toBeNull();
  });
  it('of clean air is zero, not nothing', () => expect(nowcast([0, 0, 0])).toBe(0));
  it('lies between the smallest and the largest hour', () =>
    fc.assert(
      fc.property(series, fc.constantFrom('pm' as const, 'pmAsian' as const), (hours, version) => {
        const now = nowcast(hours, version);
        const seen = hours.slice(-NOWCAST_VERSIONS[version].hours).filter((x) => x !== null);
        if (now === null) return;
        expect(now).toBeGreaterThanOrEqual(Math.min(...seen) - 1e-6);
        expect(now).toBeLessThanOrEqual(Math.max(...seen) + 1e-6);
      }),
    ));
});

describe('error statistics', () => {
  it('of a small example', () => {
    const { n, fac2, mb, mge, rmse, nmb, coe, ioa } = errorStatistics([10, 20, 30, null], [20, 10, 33, 5]);
    expect({ n, fac2, mb, mge }).toEqual({ n: 3, fac2: 1, mb: 1, mge: 23 / 3 });
    expect(rmse).toBeCloseTo(Math.sqrt(209 / 3), 10);
    expect(nmb).toBeCloseTo(0.05, 10);
    expect(coe).toBeCloseTo(1 - 23 / 20, 10);
    expect(ioa).toBeCloseTo(1 - 23 / 40, 10);
  });
  it('an error larger than twice the spread turns the index of agreement over', () => {
    expect(errorStatistics([10, 20], [110, 120]).ioa).toBeCloseTo(20 / 200 - 1, 10);
  });
  it('without a pair there is no figure, without variation no correlation', () => {
    expect(errorStatistics([null, 1], [1, null])).toMatchObject({ n: 0, mb: null, rmse: null, r: null });
    expect(errorStatistics([5, 5], [4, 6])).toMatchObject({ n: 2, r: null, coe: null, ioa: null, mge: 1 });
    expect(() => errorStatistics([1], [])).toThrow(/equally long/);
  });
  it('a perfect model has no error; the bias never exceeds the error, nor the error its square mean', () =>
    fc.assert(
      fc.property(series, series, (observed, modelled) => {
        const perfect = errorStatistics(observed, observed);
        expect([0, null]).toContain(perfect.mge);
        const { mb, mge, rmse, n } = errorStatistics(observed, modelled);
        if (n === 0) return;
        expect(Math.abs(mb as number)).toBeLessThanOrEqual((mge as number) + 1e-9);
        expect(mge as number).toBeLessThanOrEqual((rmse as number) + 1e-9);
      }),
    ));
});

describe('levels and events', () => {
  const level = levelOfConcentration('HJ633-2012', 'PM25_24h');
  it('35 is level 1, 36 level 2, 151 level 5, 600 level 6', () => {
    expect([35, 36, 75, 76, 151, 600].map(level)).toEqual([1, 2, 2, 3, 5, 6]);
  });
  it('hit, near and far', () => {
    expect(levelScore([30, 80, 160, null], [34, 60, 60, 60], level)).toEqual({ n: 3, hit: 1 / 3, withinOne: 2 / 3 });
    expect(levelScore([], [], level)).toEqual({ n: 0, hit: null, withinOne: null });
  });
  it('one hit, one miss, one false alarm', () => {
    expect(eventScore([200, 200, 50, 50], [180, 100, 160, 40], 150)).toEqual({
      threshold: 150,
      hits: 1,
      misses: 1,
      falseAlarms: 1,
      pod: 0.5,
      far: 0.5,
      csi: 1 / 3,
    });
  });
  it('nothing came, nothing was said: no rate instead of a perfect one', () => {
    expect(eventScore([50], [60], 150)).toMatchObject({ pod: null, far: null, csi: null });
  });
});

describe('quantiles, samples, intervals', () => {
  it('the pinball of the median is half the error', () => {
    expect(pinballLoss([10, 20], [14, 18], 0.5)).toBeCloseTo(1.5, 10);
    expect(pinballLoss([10], [14], 0.9)).toBeCloseTo(0.4, 10);
    expect(pinballLoss([null], [1], 0.5)).toBeNull();
    expect(() => pinballLoss([1], [1], 1)).toThrow(/between 0 and 1/);
  });
  it('the score of one sample is its error, of two the spread pays', () => {
    expect(sampleCrps([10], [[14]])).toBe(4);
    expect(sampleCrps([10], [[8, 12]])).toBeCloseTo(2 - 1, 10);
    expect(sampleCrps([null], [[8]])).toBeNull();
  });
  it('is never below zero and least where the samples are the value', () =>
    fc.assert(
      fc.property(value, fc.array(value, { minLength: 1, maxLength: 9 }), (o, members) => {
        expect(sampleCrps([o], [members]) as number).toBeGreaterThanOrEqual(-1e-9);
        expect(sampleCrps([o], [members.map(() => o)])).toBeCloseTo(0, 9);
      }),
    ));
  it('an 80 % interval that holds 75 to 85 % is honest', () => {
    const observed = Array.from({ length: 20 }, (_, i) => i);
    const inside = (n: number) => observed.map((o, i) => (i < n ? o + 1 : o - 1));
    const honest = (n: number) =>
      intervalCoverage(
        observed,
        observed.map((o) => o - 5),
        inside(n),
        0.8,
      ).honest;
    expect([14, 15, 16, 17, 18].map(honest)).toEqual([false, true, true, true, false]);
    expect(intervalCoverage([null], [1], [2], 0.8)).toEqual({ n: 0, coverage: null, honest: null, meanWidth: null });
  });
});

describe('skill', () => {
  const observed = [10, 20, 30, 40];
  it('is measured against both references on the same days', () => {
    const references = { persistence: persistence(observed, 1), climatology: [25, 25, 25, 25] };
    expect(skill(observed, [10, 20, 30, 45], references)).toEqual({
      n: 3,
      againstPersistence: 1 - 25 / 300,
      againstClimatology: 1 - 25 / 275,
    });
  });
  it('no common day, no skill; a reference without error has none to beat', () => {
    expect(skill([1], [1], { persistence: [null], climatology: [1] }).againstClimatology).toBeNull();
    expect(skill([1], [2], { persistence: [1], climatology: [0] })).toMatchObject({ againstPersistence: null });
  });
  it('of the references: persistence is what was, the climatology the mean of the month', () => {
    const climate = monthClimatology([
      { month: 1, value: 10 },
      { month: 1, value: 20 },
      { month: 2, value: null },
    ]);
    expect(climatologyOf([1, 2], climate)).toEqual([15, null]);
    expect(persistence([1, null, 3], 1)).toEqual([null, 1, null]);
  });
  it('a score carries all of it', () => {
    const references = { persistence: persistence(observed, 1), climatology: [25, 25, 25, 25] };
    const score = scoreForecast(observed, [12, 22, 28, 44], references, levelOfConcentration('HJ633-2012', 'PM25_24h'));
    expect(score).toMatchObject({ n: 4, mae: 2.5, bias: 1.5, levels: { hit: 1 }, skill: { n: 3 } });
    expect(score.events.map(({ threshold }) => threshold)).toEqual([75, 115, 150]);
  });
});
