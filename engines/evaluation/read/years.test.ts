import { beforeAll, describe, expect, it } from 'vitest';
import { DISTRICT, dayOf, layOutStations, measure, plainDay, source } from '../../../tests/air/measured.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { airEvidenceOf, airPrimaryOf, airYearsOf, reconcileAir } from '../index.ts';

const store = await freshDatabase();
const scope = { kind: 'district', code: DISTRICT } as const;

beforeAll(async () => {
  const device = (await layOutStations(store, ['1006A'])).get('1006A')!;
  await store.pool.query(
    `insert into sand_period (district_code, begins, ends, source)
     values ($1, '2021-01-03T00:00:00+08:00', '2021-01-03T23:00:00+08:00', '通报')`,
    [DISTRICT],
  );
  const level = (date: string, pm25: number, pm10: number) =>
    dayOf(date, () => ({ SO2: 5, NO2: 30, PM10: pm10, PM25: pm25, CO: 0.8, O3: 60 }));
  await measure(store, device, await source(store), [
    ...plainDay('2020-01-01', 40),
    ...plainDay('2020-12-31', 20),
    ...plainDay('2021-01-01', 20), // 优: no primary pollutant
    ...level('2021-01-02', 75, 150), // IAQI 100 by both particles
    ...level('2021-01-03', 60, 400), // sand
    ...plainDay('2021-02-01', 60),
  ]);
  await reconcileAir(store);
}, 60_000);

describe('years side by side', () => {
  it('stand in order, each with its statistics against the limits of its edition', async () => {
    const { years } = await airYearsOf(store.db, scope, '2021-02-01');
    expect(years.map(({ year, whole, daysPassed }) => [year, whole, daysPassed])).toEqual([
      [2020, true, 366],
      [2021, false, 32],
    ]);
    const mean = years[0]!.items.find(({ key }) => key === 'PM25_mean');
    expect(mean).toMatchObject({ value: '30', limit: '35', unit: 'µg/m³', averaging: 'year', attained: true });
    expect(years[0]!.rules).toEqual(['GB3095-2012', 'HJ633-2012', 'HJ663-2013']);
    expect(years[0]!.items.map(({ key }) => key)).toHaveLength(10);
  });

  it('judge a pollutant by mean and percentile together', async () => {
    const [, now] = (await airYearsOf(store.db, scope, '2021-02-01')).years;
    expect(now!.items.find(({ key }) => key === 'PM25_mean')).toMatchObject({ value: '54', attained: false });
    expect(now!.items.find(({ key }) => key === 'PM25_p95')).toMatchObject({ attained: true });
    expect(now!.attained).toMatchObject({ PM25: false, SO2: true });
    expect(now!.allAttained).toBe(false);
  });

  it('know their sand days, and leave them out on demand', async () => {
    const [before, now] = (await airYearsOf(store.db, scope, '2021-02-01', { sandExcluded: true })).years;
    expect([before!.sandDays, now!.sandDays]).toEqual([0, 1]);
    expect(now!.period.sandExcluded).toBe(true);
    const withSand = (await airYearsOf(store.db, scope, '2021-02-01')).years[1]!.period.statistics.PM10_mean;
    expect(Number(now!.period.statistics.PM10_mean)).toBeLessThan(Number(withSand));
  });

  it('end where one looks from', async () => {
    expect((await airYearsOf(store.db, scope, '2020-06-30')).years.map(({ year }) => year)).toEqual([2020]);
  });
});

describe('primary pollutants of a year', () => {
  it('a tie counts for each that is named, a day of level 1 for none', async () => {
    const { months, total, before } = await airPrimaryOf(store.db, scope, 2021, '2021-02-01');
    expect(months.map(({ month }) => month)).toEqual(['2021-01', '2021-02']);
    expect(months[0]).toMatchObject({ days: { PM25: 1, PM10: 2 }, named: 2, tied: 1, valid: 3, until: '2021-01-31' });
    expect(total).toMatchObject({ days: { PM25: 2, PM10: 2 }, named: 3, tied: 1, valid: 4 });
    expect(before).toMatchObject({ days: { PM25: 1 }, named: 1, valid: 1 });
  });

  it('open to the days that name them', async () => {
    const evidence = await airEvidenceOf(store.db, {
      scope,
      statistic: 'primary_PM25',
      from: '2021-01-01',
      until: '2021-02-01',
    });
    expect(evidence.value).toBe('2');
    expect(evidence.used.map(({ date }) => date)).toEqual(['2021-01-02', '2021-02-01']);
    expect(evidence.excluded[0]).toMatchObject({ date: '2021-01-01', reason: { zh: '当日无首要污染物' } });
  });
});

describe('the composite index', () => {
  it('opens to the six figures that it is the sum of', async () => {
    const { value, parts } = await airEvidenceOf(store.db, {
      scope,
      statistic: 'composite',
      from: '2020-01-01',
      until: '2020-12-31',
    });
    expect(parts.map(({ key }) => key)).toEqual(['SO2_mean', 'NO2_mean', 'PM10_mean', 'PM25_mean', 'CO_p95', 'O3_p90']);
    expect(parts.find(({ key }) => key === 'PM25_mean')).toMatchObject({ value: '30', share: '0.857' });
    const sum = parts.reduce((total, { share }) => total + Number(share), 0);
    expect(Math.abs(sum - Number(value))).toBeLessThan(0.04);
  });
});
