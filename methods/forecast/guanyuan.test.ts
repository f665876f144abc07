import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  climatologyOf,
  errorStatistics,
  levelOfConcentration,
  monthClimatology,
  persistence,
  scoreForecast,
} from './index.ts';

/** Hourly PM2.5 of 官园 (1006A), 2013-03-01 to 2017-02-28, µg/m³; null = missing. */
const FILE = join(
  import.meta.dirname,
  '../../districts/xicheng/observations/PRSA_Data_Guanyuan_20130301-20170228.csv.gz',
);
const hours = gunzipSync(readFileSync(FILE))
  .toString()
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [, year, month, day, , pm25] = line.split(',');
    return { year: Number(year), month: Number(month), day: Number(day), pm25: pm25 === 'NA' ? null : Number(pm25) };
  });
const pm25 = hours.map((hour) => hour.pm25);

describe('yesterday’s hour as the forecast, Guanyuan 2016', () => {
  it('has the error statistics that openair’s modStats gives', () => {
    const in2016 = hours.filter(({ year }) => year === 2016).map((hour) => hour.pm25);
    const found = errorStatistics(in2016, persistence(in2016, 24));
    const digits = (x: number | null, n: number) => Number(x?.toFixed(n));
    expect(found.n).toBe(8504);
    expect(digits(found.fac2, 4)).toBe(0.5142);
    expect(digits(found.mb, 3)).toBe(-0.311);
    expect(digits(found.mge, 2)).toBe(53.9);
    expect(digits(found.rmse, 2)).toBe(81.17);
    expect(digits(found.r, 4)).toBe(0.4531);
    expect(digits(found.coe, 4)).toBe(0.0552);
    expect(digits(found.ioa, 4)).toBe(0.5276);
  });
});

describe('daily means, Guanyuan 2016-01 to 2017-02', () => {
  const days = Array.from({ length: hours.length / 24 }, (_, d) => {
    const values = pm25.slice(d * 24, d * 24 + 24).filter((x): x is number => x !== null);
    const { year, month } = hours[d * 24] as (typeof hours)[0];
    return { year, month, value: values.length >= 20 ? values.reduce((a, b) => a + b, 0) / values.length : null };
  });
  const test = days.flatMap(({ year }, i) => (year >= 2016 ? [i] : []));
  const at = (series: readonly (number | null)[]) => test.map((i) => series[i] as number | null);
  const values = days.map(({ value }) => value);
  const climatology = monthClimatology(days.filter(({ year }) => year < 2016));
  const references = {
    persistence: at(persistence(values, 1)),
    climatology: climatologyOf(
      test.map((i) => (days[i] as (typeof days)[0]).month),
      climatology,
    ),
  };
  const level = levelOfConcentration('HJ633-2012', 'PM25_24h');

  // The reference figures are of a slightly different choice of days (400 to 406 of them).
  const near = (x: number | null | undefined, reference: number, tolerance: number) =>
    expect(Math.abs((x ?? Number.NaN) - reference)).toBeLessThanOrEqual(tolerance);

  it('persistence hits the level on two days in five', () => {
    const score = scoreForecast(at(values), references.persistence, references, level);
    near(score.mae, 44.0, 0.5);
    near(score.rmse, 66.2, 0.3);
    near(score.levels.hit, 0.4, 0.01);
    near(score.levels.withinOne, 0.77, 0.01);
    const heavy = score.events.find(({ threshold }) => threshold === 150);
    near(heavy?.pod, 0.54, 0.02);
    near(heavy?.far, 0.47, 0.01);
    expect(score.skill.againstPersistence).toBe(0);
    near(score.skill.againstClimatology, 0.16, 0.01);
  });
  it('the climatology is worse than persistence a day ahead, and never warns of a heavy day', () => {
    const score = scoreForecast(at(values), references.climatology, references, level);
    near(score.mae, 54.7, 0.3);
    near(score.rmse, 72.1, 0.3);
    near(score.levels.hit, 0.23, 0.015);
    near(score.skill.againstPersistence, -0.19, 0.01);
    expect(score.skill.againstClimatology).toBe(0);
    expect(score.events.find(({ threshold }) => threshold === 150)).toMatchObject({ pod: 0, far: null });
  });
});
