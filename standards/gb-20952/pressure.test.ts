import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concentrationDay,
  concentrationMachine,
  DEFAULT_SETTINGS,
  dayStart,
  nextDay,
  type PressureSample,
  pressureDay,
  pressureMachine,
  recompute,
  rulesOf,
} from './index.ts';

const { pressure: RULE, concentration: CONCENTRATION } = rulesOf('GB20952-2020');
const DATE = '2022-06-01';
const START = dayStart(DATE);
const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** A sample every 30 s of the day; the pressure is that of the last change at or before it. */
const day = (...changes: readonly [hour: number, pa: string | null][]): PressureSample[] =>
  Array.from({ length: 2880 }, (_, i) => START + i * 30 * SECOND).map((at) => ({
    at,
    pa: changes.findLast(([hour]) => START + hour * HOUR <= at)?.[1] ?? null,
  }));
const judge = (samples: readonly PressureSample[]) => pressureDay(RULE, DEFAULT_SETTINGS, DATE, samples);

describe('E.3.3.3: zero pressure of a natural day', () => {
  it('inside −50…+50 Pa for more than 12 h without a break is a pre-alarm', () => {
    expect(judge(day([0, '200'], [6, '50'], [18.1, '200'])).level).toBe('pre-alarm');
    expect(judge(day([0, '200'], [6, '-50'], [18, '200'])).level).toBe('normal');
  });
  it('is broken by one sample outside the band', () => {
    const samples = day([0, '0']);
    expect(judge(samples).level).toBe('pre-alarm');
    expect(judge(samples.map((s, i) => (i === 1440 ? { ...s, pa: '50.1' } : s))).level).toBe('normal');
  });
  it('belongs to its day: eight hours before and eight after midnight are nothing', () => {
    expect(judge(day([0, '10'], [8, '300'], [16, '10'])).level).toBe('normal');
  });
  it('is not broken by a missing sample, nor proven by a long gap', () => {
    const samples = day([0, '200'], [6, '0'], [20, '200']);
    expect(judge(samples.filter((_, i) => i % 7 !== 0)).level).toBe('pre-alarm');
    expect(judge(samples.filter(({ at }) => at < START + 12 * HOUR || at > START + 13 * HOUR))).toMatchObject({
      level: null,
      reason: 'gaps',
    });
  });
  it('cannot be judged without samples, nor from a few hours', () => {
    expect(judge([])).toMatchObject({ level: null, reason: 'no-samples' });
    expect(judge(day([20, '200']))).toMatchObject({ level: null, reason: 'gaps' });
  });
  it('does not depend on the order of the samples', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(24 * 60 - 1), fc.constantFrom('0', '49', '51', '-300', null)), { maxLength: 60 }),
        (rows) => {
          const samples = rows.map(([minute, pa]) => ({ at: START + minute * 60 * SECOND, pa }));
          expect(judge([...samples].reverse())).toEqual(judge(samples));
          expect(judge(samples).provenMs).toBeLessThanOrEqual(judge(samples).possibleMs);
        },
      ),
    ));
  it('filling a gap never contradicts a judgement made before', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('0', '0', '0', '200'), { minLength: 24, maxLength: 24 }),
        fc.array(fc.boolean(), { minLength: 2880, maxLength: 2880 }),
        (hours, kept) => {
          const full = day(...hours.map((pa, hour) => [hour, pa] as [number, string]));
          const partial = judge(full.filter((_, i) => kept[i]));
          if (partial.level !== null) expect(judge(full).level).toBe(partial.level);
        },
      ),
      { numRuns: 20 },
    ));
  it('on seven days in a row is an alarm', () => {
    const dates = Array.from({ length: 6 }).reduce<string[]>((all) => [...all, nextDay(all.at(-1) as string)], [DATE]);
    const zero = judge(day([0, '0']));
    const journal = recompute(
      pressureMachine('in-force', DEFAULT_SETTINGS),
      new Map(dates.map((date) => [date, zero])),
    );
    expect(journal.map(({ verdict }) => verdict.level)).toEqual([...Array(6).fill('pre-alarm'), 'alarm']);
    expect(journal.at(-1)?.verdict.reason).toBe('consecutive-days');
  });
});

describe('E.3.3.4: vapour concentration, µmol/mol', () => {
  it.each([
    [['3999.9'], 'normal'],
    [['10', '4000'], 'pre-alarm'],
    [['8000', null, '20'], 'alarm'],
    [[null], null],
    [[], null],
  ] as const)('%j: %s', (values, level) => expect(concentrationDay(CONCENTRATION, values).level).toBe(level));
  it('after seven days in pre-alarm is an alarm; a day that cannot be judged keeps the count', () => {
    const high = concentrationDay(CONCENTRATION, ['5000']);
    const dates = Array.from({ length: 7 }).reduce<string[]>((all) => [...all, nextDay(all.at(-1) as string)], [DATE]);
    const days = new Map(dates.map((date, i) => [date, i === 3 ? null : high]));
    const journal = recompute(concentrationMachine('in-force', DEFAULT_SETTINGS), days);
    expect(journal[3]?.verdict).toEqual({ level: null, reason: 'no-data', streak: 3 });
    expect(journal.at(-1)?.verdict).toMatchObject({ level: 'alarm', streak: 7 });
  });
  it('is not judged by a rule set that has none', () => {
    expect(concentrationDay(rulesOf('draft-2020').concentration, ['9000'])).toMatchObject({
      level: null,
      reason: 'no-rule',
    });
  });
});
