import { describe, expect, it } from 'vitest';
import { applyCalibration, calibrate, LADDER, MODELS, type Sample, usWideCorrection } from './index.ts';

/** A stream of numbers that is the same at every run. */
function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()) };
}

type Air = { reference: number; humidity: number; site: number; week: number; normal: () => number };
/** Hours beside a reference: how the sensor reads them is said by each case. */
function beside(sensorOf: (air: Air) => number, { weeks = 8, sites = 3, perWeek = 40, seed = 5 } = {}): Sample[] {
  const { next, normal } = chance(seed);
  const samples: Sample[] = [];
  for (let week = 0; week < weeks; week += 1)
    for (let site = 0; site < sites; site += 1)
      for (let i = 0; i < perWeek / sites; i += 1) {
        const reference = Math.exp(3.6 + 0.7 * normal());
        const humidity = 15 + 75 * next();
        const sensor = sensorOf({ reference, humidity, site, week, normal });
        samples.push({ sensor, reference, humidity, week: `2025-W${week + 10}`, site: `site ${site}` });
      }
  return samples;
}

describe('the model that is chosen', () => {
  it('is the line when the sensor is a line, although richer models fit their own data no worse', () => {
    const { chosen, ladder } = calibrate(beside(({ reference, normal }) => 10 + 1.6 * reference + 3 * normal()));
    expect(chosen!.model).toBe('linear');
    expect(chosen!.coefficients.b).toBeCloseTo(1 / 1.6, 1);
    expect(ladder.map(({ model }) => model)).toEqual(LADDER);
  });
  it('uses humidity when the sensor does', () => {
    const samples = beside(({ reference, humidity, normal }) => (reference + 0.3 * humidity - 8) / 0.55 + 2 * normal());
    const { chosen } = calibrate(samples);
    expect(chosen!.model).toBe('humidity');
    expect(chosen!.coefficients.b).toBeCloseTo(0.55, 1);
    expect(chosen!.coefficients.c).toBeCloseTo(-0.3, 1);
    expect(chosen!.range.humidity!.from).toBeGreaterThanOrEqual(15);
  });
  it('finds the water uptake of particles that swell', () => {
    const swell = ({ reference, humidity, normal }: Air) =>
      reference * (1 + 0.3 / (100 / Math.min(95, humidity) - 1)) * (1 + 0.03 * normal());
    const { chosen } = calibrate(beside(swell));
    expect(chosen!.model).toBe('hygroscopic');
    expect(chosen!.coefficients.k).toBeGreaterThan(0.25);
    expect(chosen!.coefficients.k).toBeLessThan(0.35);
    expect(chosen!.coefficients.b).toBeCloseTo(1, 1);
  });
  it('bends when the sensor does', () => {
    const bent = ({ reference, normal }: Air) =>
      (reference < 30 ? reference / 0.5 : 60 + (reference - 30) / 1.1) * (1 + 0.02 * normal());
    const { chosen, ladder } = calibrate(beside(bent));
    expect(chosen!.model).toBe('piecewise');
    const error = (model: string) => ladder.find((one) => one.model === model)!.heldOut[0]!.rmse;
    expect(error('piecewise')).toBeLessThan(0.8 * error('linear'));
  });
});

describe('data left out', () => {
  it('weeks and sites are held out whole, so that a difference between sites shows as error', () => {
    const same = calibrate(
      beside(({ reference, normal }) => 2 * reference + 2 * normal()),
      { models: ['linear'] },
    ).chosen!;
    const apart = calibrate(
      beside(({ reference, site, normal }) => (2 + 0.6 * site) * reference + 2 * normal()),
      { models: ['linear'] },
    ).chosen!;
    const by = (one: typeof same, what: string) => one.heldOut.find((held) => held.by === what)!;
    expect(by(same, 'week').groups).toBe(8);
    expect(by(same, 'site').groups).toBe(3);
    expect(by(same, 'site').rmse / by(same, 'week').rmse).toBeLessThan(1.2);
    expect(by(apart, 'site').rmse / by(apart, 'week').rmse).toBeGreaterThan(1.15);
  });
  it('an error is the error of predicting the unseen: two weeks with different slopes', () => {
    const samples = beside(({ reference, week }) => (week % 2 ? 2 : 1) * reference, {
      weeks: 4,
      sites: 1,
      perWeek: 60,
    });
    const { heldOut, sites } = calibrate(samples, { models: ['linear'] }).chosen!;
    expect(sites).toBe(1);
    expect(heldOut.map(({ by }) => by)).toEqual(['week']);
    expect(heldOut[0]!.rmse).toBeGreaterThan(5);
    expect(heldOut[0]!.samples).toBe(240);
  });
  it('too little of it gives no calibration, and says why', () => {
    const line = ({ reference }: Air) => reference;
    expect(calibrate(beside(line, { weeks: 1 })).reason).toBe('too-few-samples');
    expect(calibrate(beside(line, { weeks: 2, perWeek: 90 })).reason).toBe('too-few-weeks');
    expect(calibrate(beside(() => 7)).reason).toBe('no-variation');
  });
  it('without humidity the ladder ends before the models that need it', () => {
    const samples = beside(({ reference }) => 2 * reference).map((one) => ({ ...one, humidity: Number.NaN }));
    expect(calibrate(samples).ladder.map(({ model }) => model)).toEqual(['linear', 'deming']);
  });
});

describe('Deming', () => {
  it('does not flatten the slope of a noisy sensor as least squares does', () => {
    const samples = beside(({ reference, normal }) => reference + 15 * normal(), { weeks: 12, perWeek: 90 });
    const slope = (model: 'linear' | 'deming', errorRatio = 1e-6) =>
      calibrate(samples, { models: [model], errorRatio }).chosen!.coefficients.b!;
    expect(slope('linear')).toBeLessThan(0.9);
    expect(slope('deming')).toBeGreaterThan(0.95);
    expect(() => slope('deming', 0)).toThrow(/positive/);
  });
});

describe('applying it', () => {
  const { chosen } = calibrate(
    beside(({ reference, humidity }) => (reference + 0.1 * humidity) / 0.5),
    {
      models: ['humidity'],
    },
  );
  it('inside the range of training there is nothing to say', () => {
    const { value, warnings } = applyCalibration(chosen!, 100, 50);
    expect(value).toBeCloseTo(45, 1);
    expect(warnings).toEqual([]);
  });
  it('outside it warns, does not go below zero, and without humidity gives none', () => {
    expect(applyCalibration(chosen!, 5000, 50).warnings).toEqual(['sensor-outside-training']);
    expect(applyCalibration(chosen!, 100, 99).warnings).toEqual(['humidity-outside-training']);
    expect(applyCalibration(chosen!, 0, 50).value).toBe(0);
    expect(applyCalibration(chosen!, 100)).toEqual({ value: Number.NaN, warnings: ['humidity-missing'] });
  });
});

describe('what is published elsewhere', () => {
  it('US-wide correction with the extension to smoke', () => {
    expect(usWideCorrection(20, 50)).toBeCloseTo(0.524 * 20 - 4.31 + 5.75, 9);
    expect(usWideCorrection(40, 50)).toBeCloseTo(0.655 * 40 - 4.31 + 5.75, 9);
    expect(usWideCorrection(100, 50)).toBeCloseTo(78.6 + 1.44, 9);
    expect(usWideCorrection(300, 50)).toBeCloseTo(2.966 + 207 + 8.84e-4 * 90_000, 9);
    expect(usWideCorrection(0, 100)).toBe(0);
  });
  it('every rung says what it is in both languages', () => {
    for (const { zh, en, source } of Object.values(MODELS))
      expect([/\p{Script=Han}/u.test(zh), !!en, !!source]).toEqual([true, true, true]);
  });
});
