import { describe, expect, it } from 'vitest';
import type { Goal, Term } from './goal.ts';
import { judge, momentOf, standingOf, worstLamp } from './judge.ts';

const YEAR: Term = { start: '2021-01-01', due: '2021-12-31', seasonal: false };
const SUMMER: Term = { start: '2021-06-01', due: '2021-09-30', seasonal: true };
const goal = (
  operator: Goal['operator'],
  value: string | null = null,
  soft: string | null = null,
  pace: Goal['pace'] = { kind: 'line', months: null },
): Goal => ({ operator, value, unit: null, soft, quote: null, pace, letter: null, each: true });
const LEVEL: Goal['pace'] = { kind: 'level', months: null };
const level = (operator: Goal['operator'], value: string) => goal(operator, value, null, LEVEL);
type Kind = { kind: 'mean' | 'count' | 'share'; better: 'lower' | 'higher' };
const MEAN: Kind = { kind: 'mean', better: 'lower' };
const COUNT: Kind = { kind: 'count', better: 'higher' };

/** the lamp on a day of a figure that reaches to that day */
function lampOn(day: string, of: Kind, asked: Goal, value: string | null, lastYear: string | null = null, term = YEAR) {
  const figures = { value, lastYear, until: value === null ? null : day };
  return judge(
    momentOf(term, day, figures.until),
    standingOf(of, asked, figures, term, { aboutTolerance: 0.1, basicallyTolerance: 0.05, asOf: day }),
  );
}

describe('继续下降 against the same period of last year', () => {
  it.each([
    ['a lower mean is on track while the year runs', '2021-11-08', '69', '72', 'on_track'],
    ['the same printed mean has not fallen', '2021-11-08', '72', '72', 'behind'],
    ['a higher one is behind', '2021-11-08', '73', '72', 'behind'],
    ['at the end of the year, with its last day in, lower is done', '2021-12-31', '69', '72', 'done'],
    ['… and not lower is overdue', '2021-12-31', '72', '72', 'overdue'],
    ['nothing to compare with is no data, not a guess', '2021-11-08', '69', null, 'no_data'],
    ['no figure is no data', '2021-11-08', null, '72', 'no_data'],
    ['none after none is kept: what is not there cannot fall', '2021-11-08', '0', '0', 'on_track'],
    ['a decimal is compared as a decimal, not as text', '2021-11-08', '9.8', '10.1', 'on_track'],
  ])('%s', (_rule, day, value, lastYear, lamp) => {
    expect(lampOn(day, MEAN, goal('decrease'), value, lastYear)).toBe(lamp);
  });
});

describe('a number that is counted up to (不低于12组)', () => {
  it.each([
    ['six of twelve on the last day of June are on the line', '2021-06-30', '6', 'on_track'],
    ['five of twelve on that day are behind it', '2021-06-30', '5', 'behind'],
    ['twelve in June are done and stay done', '2021-06-30', '12', 'done'],
    ['eleven when the year is over are overdue', '2021-12-31', '11', 'overdue'],
  ])('%s', (_rule, day, value, lamp) => {
    expect(lampOn(day, COUNT, goal('>=', '12'), value)).toBe(lamp);
  });

  it('more than twelve is not twelve', () => {
    expect(lampOn('2021-12-31', COUNT, goal('>', '12'), '12')).toBe('overdue');
    expect(lampOn('2021-12-31', COUNT, goal('>', '12'), '13')).toBe('done');
  });
});

describe('a level (控制在5.1以内, 10%左右)', () => {
  it('is kept at its bound, missed above it', () => {
    expect(lampOn('2021-11-08', MEAN, level('<=', '5.1'), '5.1')).toBe('on_track');
    expect(lampOn('2021-11-08', MEAN, level('<=', '5.1'), '5.2')).toBe('behind');
    expect(lampOn('2021-11-08', MEAN, level('<', '5.1'), '5.1')).toBe('behind');
  });

  it('左右 lets the district’s tolerance pass, on the better side always', () => {
    const share: Kind = { kind: 'share', better: 'higher' };
    expect(lampOn('2021-11-08', share, level('about', '10'), '9')).toBe('on_track');
    expect(lampOn('2021-11-08', share, level('about', '10'), '8.9')).toBe('behind');
    expect(lampOn('2021-11-08', MEAN, level('about', '6'), '6.6')).toBe('on_track');
    expect(lampOn('2021-11-08', MEAN, level('about', '6'), '6.7')).toBe('behind');
    expect(lampOn('2021-11-08', share, level('about', '10'), '55')).toBe('on_track');
  });

  it('a prohibition is broken by one', () => {
    expect(lampOn('2021-11-08', { kind: 'count', better: 'lower' }, level('=', '0'), '0')).toBe('on_track');
    expect(lampOn('2021-11-08', { kind: 'count', better: 'lower' }, level('=', '0'), '1')).toBe('behind');
  });

  it('a figure that the city has yet to assign is amber until its letter is entered, whatever is there', () => {
    expect(lampOn('2021-11-08', COUNT, goal('assigned'), '30')).toBe('behind');
    expect(lampOn('2021-11-08', COUNT, goal('assigned'), null)).toBe('behind');
    expect(lampOn('2021-12-31', COUNT, goal('assigned'), '30')).toBe('behind');
  });
});

describe('a line that leads to the target', () => {
  const share: Kind = { kind: 'share', better: 'higher' };
  const left = { kind: 'level', better: 'lower' } as const;
  const onDay = (day: string, of: Kind | typeof left, asked: Goal, value: string, start: string | null) =>
    judge(
      momentOf(YEAR, day, day),
      standingOf(of, asked, { value, lastYear: null, until: day, start }, YEAR, {
        aboutTolerance: 0.1,
        basicallyTolerance: 0.05,
        asOf: day,
      }),
    );

  it('half of the projects by the middle of the year are on the line to all of them', () => {
    expect(onDay('2021-06-30', share, goal('>=', '100'), '50', '0')).toBe('on_track');
    expect(onDay('2021-06-30', share, goal('>=', '100'), '48', '0')).toBe('behind');
    // who began at 60 % has to be further
    expect(onDay('2021-06-30', share, goal('>=', '100'), '75', '60')).toBe('behind');
    expect(onDay('2021-12-31', share, goal('>=', '100'), '99', '0')).toBe('overdue');
  });

  it('40 plots of bare land are to be none: 20 left at the middle of the year are on the line', () => {
    expect(onDay('2021-07-01', left, goal('=', '0'), '19', '40')).toBe('on_track');
    expect(onDay('2021-07-01', left, goal('=', '0'), '21', '40')).toBe('behind');
    expect(onDay('2021-12-31', left, goal('=', '0'), '1', '40')).toBe('overdue');
  });

  it('基本 lets a twentieth pass: of all, or of what there was', () => {
    expect(lampOn('2021-12-31', share, { ...level('=', '100'), soft: '基本' }, '95')).toBe('done');
    expect(lampOn('2021-12-31', share, { ...level('=', '100'), soft: '基本' }, '94.9')).toBe('overdue');
    expect(lampOn('2021-12-31', share, { ...level('=', '100'), soft: '力争' }, '95')).toBe('overdue');
    const gone = { ...goal('=', '0'), soft: '基本' };
    expect(onDay('2021-12-31', left, gone, '2', '40')).toBe('done');
    expect(onDay('2021-12-31', left, gone, '3', '40')).toBe('overdue');
    expect(onDay('2021-12-31', left, gone, '1', null)).toBe('overdue');
  });

  it('follows the quantities planned for the months where there are some', () => {
    const months = ['0', '0', '10', '10', '20', '20', '20', '10', '5', '5', '0', '0'];
    const planned = goal('>=', '100', null, { kind: 'line', months });
    expect(onDay('2021-02-28', COUNT, planned, '0', null)).toBe('on_track');
    expect(onDay('2021-06-30', COUNT, planned, '60', null)).toBe('on_track');
    expect(onDay('2021-06-30', COUNT, planned, '59', null)).toBe('behind');
    // half of May's twenty by the sixteenth
    expect(onDay('2021-05-16', COUNT, planned, '31', null)).toBe('on_track');
    expect(onDay('2021-05-16', COUNT, planned, '30', null)).toBe('behind');
  });
});

describe('a season (6–9月)', () => {
  it('has not started in May, runs in August, is judged when September is over', () => {
    expect(lampOn('2021-05-31', COUNT, goal('>=', '10'), null, null, SUMMER)).toBe('not_started');
    expect(lampOn('2021-07-31', COUNT, goal('>=', '10'), '5', null, SUMMER)).toBe('on_track');
    expect(lampOn('2021-10-01', COUNT, goal('>=', '10'), '9', null, SUMMER)).toBe('overdue');
  });
});

describe('several indicators of one measure', () => {
  it('show the worst lamp; missing figures are worse than good ones and better than bad ones', () => {
    expect(worstLamp(['done', 'on_track'])).toBe('on_track');
    expect(worstLamp(['on_track', 'no_data'])).toBe('no_data');
    expect(worstLamp(['no_data', 'behind'])).toBe('behind');
    expect(worstLamp(['overdue', 'behind', 'done'])).toBe('overdue');
    expect(worstLamp([])).toBe('no_data');
  });
});
