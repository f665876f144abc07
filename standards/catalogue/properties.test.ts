import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitIn } from '#standards/gb-3095';
import { compareDecimal, meanRound, roundHalfEven } from '#standards/gb-t-8170';
import { type AqiValues, dailyAqi, HJ633_EDITIONS, itemsOf, realtimeAqi } from '#standards/hj-633';
import {
  areaMean,
  changeRate,
  compositeIndex,
  compositeLimits,
  dailyMean,
  dayCounts,
  HJ663_EDITIONS,
  mda8,
  percentile,
  settingsOf,
} from '#standards/hj-663';
import { POLLUTANTS, SIX_POLLUTANTS } from '#standards/pollutants';
import { competitionRank } from '#standards/ranking';
import { RULE_BOOKS } from '#standards/rule-book';
import { STANDARDS } from './index.ts';

const dates = fc
  .date({ min: new Date('2013-01-01T00:00:00Z'), max: new Date('2031-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const SUCCESSIVE = ['gb-3095', 'hj-633', 'hj-663'];

describe('editions', () => {
  it.each(SUCCESSIVE)('of %s: exactly one rules on every day from 2013 to 2031', (folder) => {
    const { editions } = STANDARDS.find((standard) => standard.folder === folder) as (typeof STANDARDS)[number];
    fc.assert(
      fc.property(dates, (date) => {
        const ruling = editions.filter(({ inForce }) => inForce.from <= date && date <= (inForce.until ?? date));
        expect(ruling).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
    for (const boundary of ['2013-01-01', '2026-02-28', '2026-03-01', '2030-12-31', '2031-01-01', '2031-12-31'])
      expect(
        editions.filter(({ inForce }) => inForce.from <= boundary && boundary <= (inForce.until ?? boundary)),
      ).toHaveLength(1);
  });
});

/** printed concentrations of a day within the scale of every item */
const day = fc.record({
  SO2_24h: fc.integer({ min: 0, max: 3000 }),
  NO2_24h: fc.integer({ min: 0, max: 1200 }),
  CO_24h: fc.integer({ min: 0, max: 700 }).map((tenths) => tenths / 10),
  O3_1h: fc.integer({ min: 0, max: 1300 }),
  O3_8h: fc.integer({ min: 0, max: 800 }),
  PM10_24h: fc.integer({ min: 0, max: 2000 }),
  PM25_24h: fc.integer({ min: 0, max: 900 }),
});
const edition = fc.constantFrom(...HJ633_EDITIONS);

describe('the index of a day', () => {
  it('never falls when one concentration rises, and is the largest of its parts', () =>
    fc.assert(
      fc.property(edition, day, fc.nat(6), fc.integer({ min: 0, max: 300 }), (of, values, which, more) => {
        const item = itemsOf('HJ633-2012', 'daily')[which] as keyof typeof values;
        const risen = item === 'O3_8h' ? Math.min(800, values[item] + more) : values[item] + more;
        const [before, after] = [dailyAqi(of, values), dailyAqi(of, { ...values, [item]: risen })];
        expect(after.aqi).toBeGreaterThanOrEqual(before.aqi as number);
        expect(before.aqi).toBe(Math.max(...Object.values(before.iaqi).map(Number)));
      }),
    ));
  it('the edition of 2026 is never milder than that of 2012 on the same six items', () =>
    fc.assert(
      fc.property(day, (values) => {
        const six: AqiValues = { ...values, O3_1h: null };
        expect(dailyAqi('HJ633-2026', six).aqi).toBeGreaterThanOrEqual(dailyAqi('HJ633-2012', six).aqi as number);
      }),
    ));
  it('texts and numbers are the same quantity', () =>
    fc.assert(
      fc.property(edition, day, (of, values) => {
        const texts = Object.fromEntries(Object.entries(values).map(([item, value]) => [item, String(value)]));
        expect(dailyAqi(of, texts)).toEqual(dailyAqi(of, values));
      }),
    ));
  it('a gap never raises it', () =>
    fc.assert(
      fc.property(edition, day, fc.nat(6), (of, values, which) => {
        const item = itemsOf('HJ633-2012', 'daily')[which] as string;
        const gap = dailyAqi(of, { ...values, [item]: null });
        if (gap.aqi !== null) expect(gap.aqi).toBeLessThanOrEqual(dailyAqi(of, values).aqi as number);
      }),
    ));
});

describe('what is missing has no result', () => {
  const nothing = fc.array(fc.constant(null), { maxLength: 24 });
  it('in days, statistics, indices and comparisons', () =>
    fc.assert(
      fc.property(nothing, fc.constantFrom(...HJ663_EDITIONS), fc.constantFrom(...SIX_POLLUTANTS), (hours, of, p) => {
        expect(dailyMean(of, p, hours)).toMatchObject({ valid: false, mean: null });
        expect(mda8(hours, 160)).toMatchObject({ valid: false, value: null });
        expect(percentile(hours, 95, 0)).toMatchObject({ value: null, rounded: null });
        expect(areaMean(of, p, hours).mean).toBeNull();
        expect(changeRate(null, '1').rate).toBeNull();
        expect(changeRate('1', null).rate).toBeNull();
        expect(dayCounts(hours.map((aqi) => ({ aqi, sand: false })))).toMatchObject({ validDays: 0, goodRatio: null });
      }),
    ));
  it('in reports of both kinds and in the composite index, whichever pollutant it is', () => {
    for (const of of HJ633_EDITIONS) {
      expect(dailyAqi(of, {})).toMatchObject({ aqi: null, aqiClass: null });
      expect(realtimeAqi(of, {})).toMatchObject({ aqi: null, aqiClass: null });
    }
    for (const { quality, evaluation } of RULE_BOOKS)
      for (const missing of SIX_POLLUTANTS) {
        const values = Object.fromEntries(SIX_POLLUTANTS.map((p) => [p, p === missing ? null : '1']));
        const { compositeWeights, compositeMode } = settingsOf(evaluation);
        const found = compositeIndex(values, compositeLimits(quality, 2), compositeWeights, compositeMode);
        expect(found).toMatchObject({ index: null, missing: [missing], reason: 'missing-pollutant' });
      }
  });
});

describe('decimals that binary fractions miss', () => {
  const hundredths = fc.integer({ min: -100_000, max: 100_000 });
  it('a number and its text round alike, halves included', () =>
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 0, max: 2 }), (n, digits) => {
        expect(roundHalfEven(n / 1000, digits)).toBe(roundHalfEven(String(n / 1000), digits));
      }),
    ));
  it('a mean of equal values is that value', () =>
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 1, max: 24 }), (n, times) => {
        const value = String(n / 1000);
        expect(compareDecimal(meanRound(Array(times).fill(value), 3) as string, value)).toBe(0);
      }),
    ));
});

it('places do not depend on the order of the list', () =>
  fc.assert(
    fc.property(
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 })
        .chain((values) =>
          fc.tuple(
            fc.constant(values.map((value, i) => ({ name: i, value }))),
            fc.shuffledSubarray([...values.keys()], { minLength: values.length }),
          ),
        ),
      fc.constantFrom('asc' as const, 'desc' as const),
      ([items, order], way) => {
        const places = (list: typeof items) =>
          new Map(competitionRank(list, ({ value }) => value, way).map(({ item, place }) => [item.name, place]));
        const turned = order.map((i) => items[i] as (typeof items)[number]);
        for (const [name, place] of places(items)) expect(places(turned).get(name)).toBe(place);
      },
    ),
  ));

it('a limit of a later edition is never laxer', () => {
  const order = RULE_BOOKS.map(({ quality }) => quality);
  for (const pollutant of Object.keys(POLLUTANTS) as (keyof typeof POLLUTANTS)[])
    for (const averaging of ['year', 'day', 'hour', 'mda8', 'quarter'] as const) {
      const limits = order.flatMap((one) => limitIn(one, pollutant, averaging, 2)?.value ?? []);
      expect(limits).toEqual([...limits].sort((a, b) => compareDecimal(b, a)));
    }
});
