import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaMean,
  changeRate,
  dailyMean,
  dayCounts,
  editionOn,
  exceedMultiple,
  mda8,
  movingEight,
  roundConcentration,
  settingsOf,
  spearmanTrend,
  statisticMonthValid,
  statisticYearValid,
} from './index.ts';
import { EVALUATION_EDITIONS } from './settings.table.ts';

const hours = (value: string, n: number) => Array.from({ length: 24 }, (_, i) => (i < n ? value : null));

describe('the day', () => {
  it('20 hours make a mean, 19 none', () => {
    expect(dailyMean('HJ663-2013', 'PM25', hours('34', 20))).toEqual({ n: 20, valid: true, mean: '34', reason: null });
    expect(dailyMean('HJ663-2013', 'PM25', hours('34', 19))).toMatchObject({ mean: null, reason: 'too-few-hours' });
  });
  it('the mean is rounded half to even from the exact sum', () => {
    const half = [...hours('34', 12).slice(0, 12), ...hours('35', 12).slice(0, 12)];
    expect(dailyMean('HJ663-2013', 'PM25', half).mean).toBe('34');
  });
  it('ozone has no day mean', () => {
    expect(dailyMean('HJ663-2013', 'O3', hours('34', 24)).reason).toBe('no-day-rule');
  });
  it('a day has no 25th hour', () => {
    expect(() => dailyMean('HJ663-2013', 'CO', [...hours('1', 24), '1'])).toThrow(/24 hours/);
  });
});

describe('the largest 8-hour mean of ozone', () => {
  it('is of 17 means, ending at 08:00 to 24:00', () => {
    expect(mda8(hours('100', 24), 160)).toMatchObject({ n8: 17, valid: true, value: '100' });
  });
  it('with fewer than 14 means it counts only when it exceeds the limit', () => {
    expect(mda8(hours('160', 16), 160)).toMatchObject({ n8: 11, valid: false, value: null, reason: 'too-few-means' });
    expect(mda8(hours('161', 16), 160)).toMatchObject({ n8: 11, valid: true, value: '161' });
    expect(mda8(hours('161', 16), 160).rolling[19]).toBeNull();
  });
  it('the moving mean of the last eight hours needs six', () => {
    expect(movingEight(['100', null, '101', '102', '103', '104', null, '105'])).toEqual({ n: 6, mean: '102' });
    expect(movingEight(['100', '100', '100', '100', '100'])).toEqual({ n: 5, mean: null });
  });
});

describe('days by class', () => {
  const days = [50, 100, 101, 150, 200, 201, 300, 301, null].map((aqi, i) => ({ aqi, sand: i === 7 || i === 0 }));
  it('good up to 100, heavy above 200, on valid days; sand days are printed beside', () => {
    expect(dayCounts(days)).toEqual({
      validDays: 8,
      byLevel: [1, 1, 2, 1, 2, 1],
      goodDays: 2,
      goodRatio: '25.0',
      heavyDays: 3,
      heavyRatio: '37.5',
      sandExceedDays: 1,
      sandExceedRatio: '12.5',
    });
  });
  it('no valid day, no rate', () => expect(dayCounts([{ aqi: null, sand: false }]).goodRatio).toBeNull());
});

describe('comparisons', () => {
  it.each([
    ['40', '44', '-9.1'],
    ['4.00', '4.00', '0.0'],
    ['3.25', '2.57', '26.5'],
  ])('%s against %s is %s %%', (current, previous, rate) => {
    expect(changeRate(current, previous)).toEqual({ rate, reason: null });
  });
  it('says why there is no rate', () => {
    expect(changeRate(null, '4').reason).toBe('no-value');
    expect(changeRate('4', null).reason).toBe('no-base');
    expect(changeRate('4', '0.0').reason).toBe('zero-base');
  });
  it('82 over a limit of 80 is 0.02 times too much', () => expect(exceedMultiple('82', '80')).toBe('0.02'));
});

describe('an area', () => {
  it('is the mean of its valid points', () => {
    expect(areaMean('HJ663-2013', 'PM25', ['34', '35', '36', null])).toMatchObject({ mean: '35', share: '75.0' });
  });
  it('has no value with fewer than 75 % of its points, unless the district sets another share', () => {
    expect(areaMean('HJ663-2013', 'PM25', ['34', null])).toMatchObject({ mean: null, reason: 'too-few-points' });
    expect(areaMean('HJ663-2013', 'PM25', ['34', null], 'daily', { areaLeastSharePercent: 50 }).mean).toBe('34');
    expect(areaMean('HJ663-2013', 'PM25', [null], 'daily', { areaLeastSharePercent: 0 }).mean).toBeNull();
    expect(areaMean('HJ663-2013', 'PM25', []).reason).toBe('no-points');
  });
});

describe('decimals', () => {
  it('PM2.5 is published as an integer until 2026 and with one decimal after', () => {
    expect(roundConcentration('HJ663-2013', 'PM25', '33.25', 'published')).toBe('33');
    expect(roundConcentration('HJ663-2026', 'PM25', '33.25', 'published')).toBe('33.2');
    expect(roundConcentration('HJ663-2013', 'CO', '1.05', 'daily')).toBe('1.0');
  });
  it('a district may set its own', () => {
    const { decimals } = settingsOf('HJ663-2013');
    const own = { decimals: { ...decimals, published: { ...decimals.published, PM25: 1 } } };
    expect(roundConcentration('HJ663-2013', 'PM25', '33.25', 'published', own)).toBe('33.2');
  });
});

describe('months and years', () => {
  it('ask the same of CO and O3, whose year is a percentile', () => {
    expect(statisticMonthValid('HJ663-2013', 'O3', 2, 25)).toBe(true);
    expect(statisticYearValid('HJ663-2013', 'CO', { days: 323, perMonth: Array(12).fill(27) })).toBe(false);
  });
  it('the edition follows from the day', () => {
    expect([editionOn('2026-02-28'), editionOn('2026-03-01')]).toEqual(['HJ663-2013', 'HJ663-2026']);
  });
});

describe('the trend over years', () => {
  it('falls when every year is better than the one before', () => {
    expect(spearmanTrend(['73', '58', '51', '42', '38', '33'])).toMatchObject({ rs: '-1.000', trend: 'falling' });
  });
  it('is steady when the correlation is not significant', () => {
    expect(spearmanTrend(['40', '42', '38', '41', '39'])).toMatchObject({
      rs: '-0.300',
      critical: '0.900',
      trend: 'steady',
    });
  });
  it('needs five periods', () => expect(spearmanTrend(['1', '2', '3', '4']).reason).toBe('too-few-periods'));
});

it('exactly one edition rules on every day from 2013 to 2031', () => {
  const dates = fc.date({ min: new Date('2013-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, (at) => {
      const date = at.toISOString().slice(0, 10);
      for (const rows of [EVALUATION_EDITIONS]) {
        expect(rows.filter(({ inForce }) => inForce.from <= date && date <= (inForce.until ?? date))).toHaveLength(1);
      }
    }),
  );
});
