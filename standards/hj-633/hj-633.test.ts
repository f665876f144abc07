import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDEX_EDITIONS } from './editions.table.ts';
import {
  AQI_CLASSES,
  type AqiItem,
  aqiCategory,
  dailyAqi,
  editionOn,
  HJ633_EDITIONS,
  iaqi,
  itemsOf,
  realtimeAqi,
  roundThenIaqi,
  sensitiveGroups,
} from './index.ts';

const clean = { SO2_24h: '4', NO2_24h: '28', CO_24h: '0.6', O3_1h: '90', O3_8h: '70', PM10_24h: '45', PM25_24h: '25' };

describe('the individual index', () => {
  it.each([
    ['CO_24h', '2.2', 55],
    ['CO_1h', '132.3', 441],
    ['CO_1h', '74.4', 248],
    ['NO2_24h', '42', 53],
    ['PM25_24h', '75', 100],
    ['PM25_24h', '76', 102],
    ['PM25_24h', '501', 500],
  ] as const)('%s of %s is %i in 2012, rounded up but not by a floating-point error', (item, c, index) => {
    expect(iaqi('HJ633-2012', item, c)).toEqual({ iaqi: index, reason: null });
  });
  it('two breakpoints moved in 2026', () => {
    expect(iaqi('HJ633-2026', 'PM25_24h', '75').iaqi).toBe(114);
    expect(iaqi('HJ633-2026', 'PM10_24h', '150').iaqi).toBe(112);
  });
  it('SO2 above 800 by the hour: no index in 2012, 200 in 2026', () => {
    expect(iaqi('HJ633-2012', 'SO2_1h', '801')).toEqual({ iaqi: null, reason: 'above-scale' });
    expect(iaqi('HJ633-2026', 'SO2_1h', '801').iaqi).toBe(200);
  });
  it('says why there is none', () => {
    expect(iaqi('HJ633-2012', 'PM25_1h', '80').reason).toBe('no-index-for-item');
    expect(iaqi('HJ633-2012', 'PM25_24h', null).reason).toBe('missing');
    expect(iaqi('HJ633-2012', 'PM25_24h', '-3').reason).toBe('negative');
  });
  it('in 2026 the concentration is rounded first', () => {
    expect(roundThenIaqi('HJ633-2026', 'PM25_24h', '60.5')).toEqual({ rounded: '60', iaqi: 100, reason: null });
  });
  it('never falls when the concentration rises', () => {
    const items = HJ633_EDITIONS.flatMap((edition) =>
      [...itemsOf(edition, 'daily'), ...itemsOf(edition, 'realtime')].map((item): [typeof edition, AqiItem] => [
        edition,
        item,
      ]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...items), fc.nat(30000), fc.nat(30000), ([edition, item], a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((x) => iaqi(edition, item, String(x / 10)).iaqi);
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high as number);
      }),
    );
  });
});

describe('the daily report', () => {
  it('up to 50 there is no primary pollutant', () => {
    expect(dailyAqi('HJ633-2012', { ...clean, PM10_24h: '50', PM25_24h: '35' })).toMatchObject({
      aqi: 50,
      primary: [],
    });
  });
  it('names all pollutants of an equal index', () => {
    expect(dailyAqi('HJ633-2012', { ...clean, PM10_24h: '53', PM25_24h: '36' }).primary).toEqual(['PM10', 'PM25']);
  });
  it('names ozone once although it counts twice in 2012', () => {
    expect(dailyAqi('HJ633-2012', { ...clean, O3_1h: '300', O3_8h: '215' })).toMatchObject({
      aqi: 150,
      primary: ['O3'],
      over100: ['O3'],
    });
  });
  it('2012: a gap is listed and the rest counts', () => {
    expect(dailyAqi('HJ633-2012', { PM25_24h: '120' })).toMatchObject({ aqi: 158, naReason: null });
  });
  it('2026: a gap makes NA unless the index exceeds 100', () => {
    const gap = dailyAqi('HJ633-2026', { ...clean, SO2_24h: null });
    expect(gap).toMatchObject({
      aqi: null,
      primary: null,
      aqiComputed: 45,
      missing: ['SO2_24h'],
      naReason: 'item-missing-and-not-above-100',
    });
    expect(dailyAqi('HJ633-2026', { ...clean, SO2_24h: null, PM25_24h: '61' }).aqi).toBe(101);
  });
  it('2026: an item not monitored by plan does no harm if it never led in three years', () => {
    const values = { ...clean, SO2_24h: null };
    const allowed = { pollutants: ['SO2' as const], neverPrimaryAbove100InThreeYears: true };
    expect(dailyAqi('HJ633-2026', values, allowed).aqi).toBe(45);
    expect(dailyAqi('HJ633-2026', { ...values, NO2_24h: null }, allowed).aqi).toBeNull();
  });
  it('a negative value is a gap, not a clean hour', () => {
    expect(dailyAqi('HJ633-2026', { ...clean, SO2_24h: '-2' })).toMatchObject({ aqi: null, missing: ['SO2_24h'] });
  });
  it('nothing measured is NA in both editions', () => {
    for (const edition of HJ633_EDITIONS) {
      expect(dailyAqi(edition, {})).toMatchObject({ aqi: null, aqiClass: null, naReason: 'nothing-measured' });
    }
  });
});

describe('the real-time report', () => {
  const hour = { SO2_1h: '801', NO2_1h: '35', CO_1h: '0.7', O3_1h: '60', O3_8h: '55', PM10_24h: '60', PM25_24h: '30' };
  it('2012: falls back on the 24 h mean of SO2 above 800, if there is one', () => {
    expect(realtimeAqi('HJ633-2012', hour)).toMatchObject({ aqi: 55, missing: [] });
    expect(realtimeAqi('HJ633-2012', { ...hour, SO2_24h: '475' })).toMatchObject({ aqi: 150, primary: ['SO2'] });
  });
  it('2026: particles count by the hour', () => {
    expect(realtimeAqi('HJ633-2026', { ...hour, SO2_1h: '4', PM10_1h: '6450', PM25_1h: '462' })).toMatchObject({
      aqi: 500,
      primary: ['PM10'],
    });
  });
});

describe('classes', () => {
  it('have no gap and no overlap from 0 to 500', () => {
    for (let aqi = 0; aqi <= 500; aqi += 1) {
      const at = AQI_CLASSES.filter(({ from, to }) => from <= aqi && (to === null || aqi <= to));
      expect(at).toEqual([aqiCategory(aqi)]);
    }
  });
  it('101 is lightly polluted and orange', () => {
    expect(aqiCategory(101)).toMatchObject({ level: 3, zh: '轻度污染', colorZh: '橙色', rgb: '#FF7E00' });
  });
  it('only integers from 0 on have a class', () => {
    expect(() => aqiCategory(50.5)).toThrow(/not an AQI/);
    expect(() => aqiCategory(-1)).toThrow(/not an AQI/);
  });
  it('name each sensitive group once', () => {
    const groups = sensitiveGroups(['PM10', 'PM25', 'O3']).map(({ zh }) => zh);
    expect(groups).toHaveLength(new Set(groups).size);
    expect(groups).toContain('老年人');
  });
});

it('the edition follows from the day', () => {
  expect(editionOn('2026-02-28')).toBe('HJ633-2012');
  expect(editionOn('2026-03-01')).toBe('HJ633-2026');
});

it('exactly one edition rules on every day from 2013 to 2031', () => {
  const dates = fc.date({ min: new Date('2013-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (at) => {
      const date = at.toISOString().slice(0, 10);
      for (const rows of [INDEX_EDITIONS]) {
        expect(rows.filter(({ inForce }) => inForce.from <= date && date <= (inForce.until ?? date))).toHaveLength(1);
      }
    }),
  );
});
