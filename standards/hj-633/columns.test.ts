import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printScaled } from '#standards/gb-t-8170';
import { POLLUTANTS, SIX_POLLUTANTS } from '#standards/pollutants';
import { BREAKPOINTS } from './breakpoints.table.ts';
import { indexEdition } from './editions.ts';
import {
  type AqiItem,
  dailyAqi,
  dailyAqiColumns,
  HJ633_EDITIONS,
  iaqi,
  itemPollutant,
  itemsOf,
  NO_INDEX,
  NO_UNITS,
  pollutantsOf,
  roundThenIaqi,
  scaledIaqi,
} from './index.ts';

const EVERY_ITEM = HJ633_EDITIONS.flatMap((edition) =>
  (Object.keys(BREAKPOINTS[edition]) as AqiItem[]).map((item) => ({ edition, item })),
);

describe('indices on integers', () => {
  it.each(EVERY_ITEM)('$edition $item: every concentration of the scale and beyond has the exact index', (row) => {
    const { edition, item } = row;
    const decimals = POLLUTANTS[itemPollutant(item)].decimals;
    const last = (BREAKPOINTS[edition][item]?.points.at(-1) as number) * 10 ** decimals;
    const bulk = scaledIaqi(edition, item, decimals);
    const wrong: string[] = [];
    for (let units = 0; units <= last + 3; units += 1) {
      const exact = iaqi(edition, item, printScaled(units, decimals)).iaqi ?? NO_INDEX;
      if (bulk(units) !== exact) wrong.push(`${units}: ${bulk(units)}, not ${exact}`);
    }
    expect(wrong).toEqual([]);
  });
  it('agree with more decimals than are printed, on ties of the rounding too', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...EVERY_ITEM),
        fc.oneof(
          fc.integer({ min: -3000, max: 4_000_000 }),
          fc.integer({ min: -3, max: 4000 }).map((n) => n * 1000 + 500),
        ),
        fc.integer({ min: 0, max: 3 }),
        ({ edition, item }, units, decimals) => {
          const exact = indexEdition(edition).roundsFirst ? roundThenIaqi : iaqi;
          expect(scaledIaqi(edition, item, decimals)(units)).toBe(
            exact(edition, item, printScaled(units, decimals)).iaqi ?? NO_INDEX,
          );
        },
      ),
      { numRuns: 2000 },
    ));
  it('an edition without the item has no index', () =>
    expect(scaledIaqi('HJ633-2012', 'PM25_1h', 0)(80)).toBe(NO_INDEX));
});

describe('daily reports in columns', () => {
  const units = fc.oneof(
    { weight: 1, arbitrary: fc.constant(NO_UNITS) },
    { weight: 4, arbitrary: fc.integer({ min: -5, max: 300 }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  );
  const itemsOfAll: AqiItem[] = ['SO2_24h', 'NO2_24h', 'PM10_24h', 'CO_24h', 'O3_1h', 'O3_8h', 'PM25_24h'];
  const day = fc.tuple(...itemsOfAll.map(() => units));

  it('are the reports of the single days', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...HJ633_EDITIONS),
        fc.array(day, { minLength: 1, maxLength: 12 }),
        fc.subarray([...SIX_POLLUTANTS]),
        fc.boolean(),
        (edition, days, pollutants, neverPrimaryAbove100InThreeYears) => {
          const allowed = { pollutants, neverPrimaryAbove100InThreeYears };
          const decimals = (item: AqiItem) => POLLUTANTS[itemPollutant(item)].decimals;
          const values = Object.fromEntries(
            itemsOfAll.map((item, i) => [
              item,
              { units: Int32Array.from(days, (one) => one[i] as number), decimals: decimals(item) },
            ]),
          );
          const columns = dailyAqiColumns(edition, days.length, values, allowed);
          for (const [at, one] of days.entries()) {
            const printed = itemsOfAll.map((item, i): [AqiItem, string | null] => [
              item,
              one[i] === NO_UNITS ? null : printScaled(one[i] as number, decimals(item)),
            ]);
            const exact = dailyAqi(edition, Object.fromEntries(printed), allowed);
            const items = itemsOf(edition, 'daily');
            expect(columns.aqi[at]).toBe(exact.aqi ?? NO_INDEX);
            expect(columns.computed[at]).toBe(exact.aqiComputed ?? NO_INDEX);
            expect(new Set(pollutantsOf(columns.primary[at] as number))).toEqual(new Set(exact.primary ?? []));
            expect(new Set(pollutantsOf(columns.over100[at] as number))).toEqual(new Set(exact.over100));
            expect(items.filter((_, i) => (columns.missing[at] as number) & (1 << i))).toEqual(exact.missing);
            expect(columns.iaqi.map((column) => column[at])).toEqual(items.map((item) => exact.iaqi[item] ?? NO_INDEX));
          }
        },
      ),
      { numRuns: 400 },
    ));
  it('a column that is not there is a gap on every day', () => {
    const columns = dailyAqiColumns('HJ633-2026', 2, { PM25_24h: { units: Int32Array.of(61, 60), decimals: 0 } });
    expect([...columns.aqi]).toEqual([101, NO_INDEX]);
  });
});
