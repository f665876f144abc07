import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announcement,
  assess,
  type Cause,
  compareLevels,
  EMERGENCY_MEASURES,
  EMERGENCY_PLANS,
  explain,
  type ForecastDay,
  measuresOf,
  nextStep,
  warningLevel,
} from './index.ts';

const dayOf = (first: string, i: number) => new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10);
const from = (first: string, ...aqi: (number | null)[]): ForecastDay[] =>
  aqi.map((value, i) => ({ date: dayOf(first, i), aqi: value }));

describe('what a forecast with dates calls for', () => {
  it('two days above 150 from 31 October 2024 call for yellow, as was announced', () => {
    const assessment = assess('BJ2023', from('2024-10-31', 155, 165, 120, 80));
    expect(assessment).toMatchObject({ level: 'yellow', days: ['2024-10-31', '2024-11-01'], bridged: [] });
    expect(announcement('2024-10-31')).toEqual({ at: '2024-10-31T00:00', by: '2024-10-30T00:00' });
  });
  it('two episodes with one better day between them are one, taken strictly', () => {
    const close = from('2021-11-04', 210, 120, 230, 90);
    expect(assess('BJ2018', close)).toMatchObject({
      level: 'yellow',
      days: ['2021-11-04', '2021-11-06'],
      bridged: ['2021-11-05'],
    });
    expect(assess('BJ2018', close, { closeEpisodes: 'apart' }).level).toBe('none');
    expect(assess('BJ2018', from('2021-11-04', 210, 120, 110, 230)).level).toBe('none');
  });
  it('a day without a forecast joins nothing and is named', () => {
    expect(assess('BJ2018', from('2021-11-04', 210, null, 230))).toMatchObject({
      level: 'none',
      missing: ['2021-11-05'],
    });
  });
  it('sand and ozone days do not count and are named', () => {
    const by = (cause: Cause) => from('2021-03-14', 210, 500, 260).map((day, i) => (i === 1 ? { ...day, cause } : day));
    expect(assess('BJ2018', by('sand'))).toMatchObject({ level: 'yellow', excluded: ['2021-03-15'] });
    expect(assess('BJ2018', by('pm25')).level).toBe('red');
    expect(assess('BJ2018', by('sand'), { causes: ['pm25', 'sand'] }).level).toBe('red');
  });
  it('the sentence names the days, the trigger and the document', () => {
    const { zh, en } = explain(assess('BJ2018', from('2021-11-04', 210, 120, 230, 90)));
    expect(zh).toBe(
      '11月4日、11月6日符合“AQI日均值大于200持续2天”，按《北京市空气重污染应急预案（2018年修订）》达到黄色预警条件；' +
        '11月5日虽有好转但间隔不足以解除预警，按一次过程统计。',
    );
    expect(en).toContain('daily AQI above 200 for 2 d');
    expect(explain(assess('BJ2023', from('2024-11-01', 60))).zh).toContain('未达到');
  });
  it('days that do not follow one another are refused', () => {
    const gap = [...from('2021-11-04', 210), ...from('2021-11-06', 210)];
    expect(() => assess('BJ2018', gap)).toThrow(/follow one another/);
  });
  const forecast = fc.array(fc.option(fc.integer({ min: 50, max: 500 }), { freq: 8 }), { maxLength: 8 });
  it('apart, it is the plain reading of the triggers', () =>
    fc.assert(
      fc.property(fc.constantFrom(...EMERGENCY_PLANS), forecast, (plan, aqi) => {
        const { level } = assess(plan, from('2021-11-01', ...aqi), { closeEpisodes: 'apart' });
        expect(level).toBe(warningLevel(plan, aqi));
      }),
    ));
  it('as one is never milder than apart, and a higher AQI never calls for less', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...EMERGENCY_PLANS),
        forecast,
        fc.array(fc.nat(200), { minLength: 8, maxLength: 8 }),
        (plan, aqi, more) => {
          const worse = aqi.map((value, i) => (value === null ? null : Math.min(500, value + (more[i] as number))));
          const level = assess(plan, from('2021-11-01', ...aqi)).level;
          expect(compareLevels(level, warningLevel(plan, aqi))).toBeGreaterThanOrEqual(0);
          expect(compareLevels(assess(plan, from('2021-11-01', ...worse)).level, level)).toBeGreaterThanOrEqual(0);
        },
      ),
    ));
});

describe('the course of a warning', () => {
  const step = (
    current: Parameters<typeof nextStep>[1],
    now: string,
    series: ForecastDay[],
    own?: Parameters<typeof nextStep>[4],
  ) => nextStep('BJ2023', current, series, now, own);

  it('starts at 0 h of the first day, announced the day before', () => {
    expect(step('none', '2024-10-29T16:00', from('2024-10-30', 90, 155, 165, 80))).toMatchObject({
      step: 'start',
      level: 'yellow',
      at: '2024-10-31T00:00',
      announceBy: '2024-10-30T00:00',
      late: false,
    });
  });
  it('that comes late says so and takes effect at once', () => {
    expect(step('none', '2024-10-31T09:00', from('2024-10-31', 155, 165, 80))).toMatchObject({
      step: 'start',
      at: '2024-10-31T09:00',
      late: true,
    });
  });
  it('is upgraded when the forecast gets worse; the days gone by count', () => {
    const series = from('2024-11-06', 160, 170, 210, 220, 90);
    expect(step('yellow', '2024-11-07T16:00', series)).toMatchObject({ step: 'upgrade', level: 'orange' });
  });
  it('holds while its trigger is met', () => {
    const series = from('2024-11-06', 160, 170, 180, 90, 80);
    expect(step('orange', '2024-11-08T10:00', series)).toMatchObject({ step: 'hold', reason: 'trigger-still-met' });
  });
  it('is lifted when 36 hours stay below, not for one good day', () => {
    const series = from('2024-11-06', 160, 170, 180, 90, 80, 170);
    expect(step('orange', '2024-11-09T08:00', series)).toMatchObject({
      step: 'lift',
      level: 'none',
      at: '2024-11-09T08:00',
    });
    const oneGoodDay = from('2024-11-06', 160, 170, 180, 90, 160);
    expect(step('orange', '2024-11-09T08:00', oneGoodDay)).toMatchObject({ step: 'hold', level: 'orange' });
    expect(step('orange', '2024-11-09T08:00', from('2024-11-06', 160, 170, 180, 90), { liftHours: 24 }).step).toBe(
      'lift',
    );
  });
  it('is not lifted on a forecast that ends too soon', () => {
    expect(step('orange', '2024-11-09T08:00', from('2024-11-06', 160, 170, 180, 90, null))).toMatchObject({
      step: 'hold',
      reason: 'forecast-missing',
    });
  });
  it('steps down when the days ahead call for less, unless the district keeps it until lifted', () => {
    const series = from('2024-11-06', 210, 320, 220, 160, 170, 90);
    expect(step('red', '2024-11-09T08:00', series)).toMatchObject({ step: 'downgrade', level: 'yellow' });
    expect(step('red', '2024-11-09T08:00', series, { stepDown: false })).toMatchObject({ step: 'hold', level: 'red' });
  });
  it('does nothing without need', () => {
    expect(step('none', '2024-11-01T08:00', from('2024-11-01', 60, 70))).toMatchObject({ step: 'none', at: null });
  });
  it('an episode that is over does not start one', () => {
    expect(step('none', '2024-11-05T08:00', from('2024-11-01', 210, 220, 90, 80, 70)).step).toBe('none');
  });
});

describe('measures of a level', () => {
  it('orange of 2023 stops stage 4 diesel trucks of Beijing, orange of 2018 does not name them', () => {
    const trucks = (plan: 'BJ2018' | 'BJ2023') =>
      measuresOf(plan, 'orange', ['vehicles']).some(({ what }) => what.zh.includes('国四'));
    expect([trucks('BJ2018'), trucks('BJ2023')]).toEqual([false, true]);
  });
  it.each(['BJ2018', 'BJ2023'] as const)('%s has sites, firms and cleaning on every level', (plan) => {
    for (const level of ['yellow', 'orange', 'red'] as const)
      for (const one of ['sites', 'firms', 'cleaning'] as const)
        expect(measuresOf(plan, level, [one]).length).toBeGreaterThan(0);
    expect(measuresOf(plan, 'none')).toEqual([]);
  });
  it('each has an id of its own, both languages and a source', () => {
    expect(new Set(EMERGENCY_MEASURES.map(({ id }) => id)).size).toBe(EMERGENCY_MEASURES.length);
    for (const { what, citation } of EMERGENCY_MEASURES) {
      expect(what.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(what.en.length * citation.length).toBeGreaterThan(0);
    }
  });
});
