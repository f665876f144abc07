import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundExact } from '#standards/gb-t-8170';
import {
  concentrationState,
  dayValid,
  editionOn,
  hourValid,
  limitIn,
  limitOn,
  monthValid,
  quarterValid,
  toReferenceState,
  yearValid,
} from './index.ts';
import { LIMIT_EDITIONS } from './limits.table.ts';
import { STATE_ROWS } from './state.table.ts';
import { VALIDITY_EDITIONS } from './validity.table.ts';

describe('which edition rules', () => {
  it.each([
    ['2021-06-30', 'GB3095-2012'],
    ['2026-02-28', 'GB3095-2012'],
    ['2026-03-01', 'GB3095-2026-transition'],
    ['2030-12-31', 'GB3095-2026-transition'],
    ['2031-01-01', 'GB3095-2026-final'],
  ])('on %s it is %s', (date, edition) => expect(editionOn(date)).toBe(edition));
  it('knows none before 2013', () => expect(editionOn('2012-12-31')).toBeNull());
  it('does not take half a date', () => expect(() => editionOn('2021-02-30')).toThrow(/YYYY-MM-DD/));
});

describe('limits', () => {
  it('PM2.5 in the year of the first plan: 35 and 75 µg/m³', () => {
    expect(limitOn('2021-06-30', 'PM25', 'year', 2)).toMatchObject({
      value: '35',
      unit: 'µg/m³',
      edition: 'GB3095-2012',
    });
    expect(limitOn('2021-06-30', 'PM25', 'day', 2)?.value).toBe('75');
  });
  it('tightens for PM2.5 in two steps', () => {
    expect(limitOn('2026-03-01', 'PM25', 'day', 2)?.value).toBe('60');
    expect(limitOn('2031-01-01', 'PM25', 'day', 2)?.value).toBe('50');
  });
  it('CO has no annual limit', () => expect(limitIn('GB3095-2012', 'CO', 'year', 2)).toBeNull());
  it('there is none before the first edition', () => expect(limitOn('2010-01-01', 'CO', 'day', 2)).toBeNull());
});

describe('how much data makes a valid statistic (table 4)', () => {
  it('20 of 24 hours make a day, 24 for TSP', () => {
    expect(dayValid('GB3095-2012', 'PM25', 20)).toBe(true);
    expect(dayValid('GB3095-2012', 'PM25', 19)).toBe(false);
    expect(dayValid('GB3095-2026-final', 'TSP', 23)).toBe(false);
    expect(dayValid('GB3095-2012', 'O3', 24)).toBeNull();
  });
  it('45 minutes make an hour of a gas', () => {
    expect(hourValid('GB3095-2012', 'NO2', 45)).toBe(true);
    expect(hourValid('GB3095-2012', 'NO2', 44)).toBe(false);
  });
  it('27 days make a month, 25 a February', () => {
    expect(monthValid('GB3095-2012', 'PM10', 2, 25)).toBe(true);
    expect(monthValid('GB3095-2012', 'PM10', 3, 26)).toBe(false);
  });
  it('324 days make a year unless one month is short', () => {
    const perMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 26];
    expect(yearValid('GB3095-2012', 'PM25', { days: 360, perMonth })).toBe(false);
    expect(yearValid('GB3095-2012', 'PM25', { days: 324, perMonth: perMonth.fill(27, 11) })).toBe(true);
    expect(yearValid('GB3095-2012', 'PM25', { days: 323, perMonth })).toBe(false);
  });
  it('15 days, five in each month, make a quarter of lead', () => {
    expect(quarterValid('GB3095-2012', 'Pb', { days: 15, perMonth: [5, 5, 5] }, [1, 2, 3])).toBe(true);
    expect(quarterValid('GB3095-2012', 'Pb', { days: 16, perMonth: [8, 4, 4] }, [1, 2, 3])).toBe(false);
  });
});

describe('the state in which a concentration is reported', () => {
  it('changed for gases on 2018-09-01', () => {
    expect(concentrationState('SO2', '2018-08-31')).toBe('standard');
    expect(concentrationState('SO2', '2018-09-01')).toBe('reference');
    expect(concentrationState('PM10', '2018-09-01')).toBe('actual');
    expect(concentrationState('TEMP', '2021-01-01')).toBeNull();
  });
  it('160 µg/m³ of the old state are 146.5839 of the new one', () => {
    expect(roundExact(toReferenceState('160', '273.15', '1013.25'), 4)).toBe('146.5839');
  });
});

it('exactly one edition rules on every day from 2013 to 2031', () => {
  const dates = fc.date({ min: new Date('2013-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (at) => {
      const date = at.toISOString().slice(0, 10);
      for (const rows of [LIMIT_EDITIONS, VALIDITY_EDITIONS, STATE_ROWS]) {
        expect(rows.filter(({ inForce }) => inForce.from <= date && date <= (inForce.until ?? date))).toHaveLength(1);
      }
    }),
  );
});
