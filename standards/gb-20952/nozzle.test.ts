import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countDay,
  DEFAULT_SETTINGS,
  dayStart,
  type GasStationSettings,
  NEW_NOZZLE,
  type NozzleDay,
  nozzleDay,
  nozzleMachine,
  type Refuelling,
  type RuleSet,
  rulesOf,
  rulesOn,
} from './index.ts';

const RULE = rulesOf('GB20952-2020').airLiquid;
const HOUR = 3_600_000;
const MIDNIGHT = dayStart('2022-06-01');

/** Refuellings of 20 L, half an hour apart from 8 o'clock, with these ratios. */
const refuellings = (ratios: readonly (string | null)[], litres = '20'): Refuelling[] =>
  ratios.map((ratio, i) => {
    const start = MIDNIGHT + 8 * HOUR + i * (HOUR / 2);
    return { start, end: start + 120_000, litres, ratio };
  });
const count = (ratios: readonly (string | null)[], ruleSet: RuleSet = 'GB20952-2020') =>
  countDay(rulesOf(ruleSet).airLiquid, refuellings(ratios));
const GOOD = count(['1.0', '1.1', '1.0', '1.1', '1.2']);
const BAD = count(['0.8', '0.8', '1.0', '1.1', '1.2']);
const FEW = count(['0.8', '1.0']);
const IDLE = count([]);

/** Levels of a row of days from 2022-06-01 on; null = nothing arrived. */
function levels(days: readonly (NozzleDay | null)[], changes: Partial<GasStationSettings> = {}) {
  const settings = { ...DEFAULT_SETTINGS, ...changes };
  let state = NEW_NOZZLE;
  return days.map((day) => {
    const next = nozzleDay(RULE, settings, state, day);
    state = next.state;
    return next.verdict.level;
  });
}
const times = <T>(n: number, x: T): T[] => Array.from({ length: n }, () => x);

describe('E.3.3.1: a valid refuelling', () => {
  it('delivers at least 15 L at one go', () => {
    expect(countDay(RULE, refuellings(['0.5', '1.0'], '15.0'))).toMatchObject({ total: 2, valid: 2, outside: 1 });
    expect(countDay(RULE, refuellings(['0.5', '1.0'], '14.99'))).toMatchObject({ total: 2, valid: 0, outside: 0 });
  });
  it('is outside below 0.9 and above 1.3, not at them', () => {
    expect(count(['0.9', '1.3', '0.899', '1.301'])).toMatchObject({ valid: 4, outside: 2 });
  });
  it('without a ratio or a volume is neither valid nor outside', () => {
    expect(count([null, '1.0', 'n/a'])).toMatchObject({ total: 3, valid: 1, unreadable: 2 });
  });
  it('counts once when it was uploaded twice; the later record counts', () => {
    const [first] = refuellings(['0.5']) as [Refuelling];
    const corrected = { ...first, ratio: '1.0', uploaded: MIDNIGHT + 20 * HOUR };
    expect(countDay(RULE, [corrected, first, first])).toMatchObject({ total: 1, valid: 1, outside: 0 });
  });
  it('counts the same in whatever order the records come', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ at: fc.nat(40), ratio: fc.constantFrom('0.5', '0.8', '1.0', '1.4', '1.6'), uploaded: fc.nat(3) }),
        ),
        (rows) => {
          const records = rows.map(({ at, ...row }) => ({ start: at, end: at + 1, litres: '20', ...row }));
          expect(countDay(RULE, [...records].reverse())).toEqual(countDay(RULE, records));
        },
      ),
    ));
});

describe('E.3.3.1: a day of a nozzle', () => {
  it('with exactly 25 % outside is normal, with more a pre-alarm', () => {
    expect(levels([count(['0.8', '1.0', '1.0', '1.0', '1.0', '1.0', '0.8', '1.0'])])).toEqual(['normal']);
    expect(levels([count(['0.8', '1.0', '1.0', '1.0', '1.0', '0.8', '1.0'])])).toEqual(['pre-alarm']);
  });
  it('is the seventh in pre-alarm: alarm; one normal day starts the count anew', () => {
    expect(levels(times(8, BAD))).toEqual([...times(6, 'pre-alarm'), 'alarm', 'alarm']);
    expect(levels([...times(6, BAD), GOOD, BAD]).slice(-2)).toEqual(['normal', 'pre-alarm']);
  });
  it('on which every refuelling is below 0.6 or above 1.5 is an alarm at once', () => {
    expect(levels([count(['0.5', '0.59', '1.6', '0.5', '0.5'])])).toEqual(['alarm']);
    expect(levels([count(['0.5', '0.6', '1.6', '0.5', '0.5'])])).toEqual(['pre-alarm']);
  });
  it('read as elapsed time: extreme for more than 24 h across midnight, interrupted by one good refuelling', () => {
    const settings = { extremeSpan: 'elapsed' } as const;
    const second = (ratios: string[]) =>
      countDay(
        RULE,
        refuellings(ratios).map((r) => ({ ...r, start: r.start + 24 * HOUR, end: r.end + 24 * HOUR })),
      );
    const [bad, good] = [times(5, '0.5'), ['1.0', ...times(4, '0.5')]];
    expect(levels([count(bad), second(bad)], settings)).toEqual(['pre-alarm', 'alarm']);
    expect(levels([count(bad), second(good)], settings)).toEqual(['pre-alarm', 'pre-alarm']);
  });
});

describe('E.3.3.2: fewer than five refuellings', () => {
  it('are not judged but added to the next day', () => {
    expect(levels([FEW, FEW, FEW])).toEqual([null, null, 'pre-alarm']);
  });
  it('merged days count as one of the seven, or each, as set', () => {
    const days = [...times(3, FEW), ...times(3, FEW), ...times(3, FEW)];
    expect(levels(days).at(-1)).toBe('pre-alarm');
    expect(levels(days, { mergedDays: 'each' }).at(-1)).toBe('alarm');
  });
  it('of the valid ones, or of all, as set', () => {
    const day = countDay(RULE, [
      ...refuellings(['0.8', '0.8', '1.0']),
      ...refuellings(times(6, '1.0'), '5').map((r) => ({ ...r, start: r.start + 1000 })),
    ]);
    expect(levels([day])).toEqual([null]);
    expect(levels([day], { totalRefuellings: 'all' })).toEqual(['normal']);
  });
  it('none at all, or no data, keep the count or break it, as set', () => {
    const around = (gap: NozzleDay | null) => [...times(6, BAD), gap, BAD];
    expect(levels(around(IDLE)).slice(-2)).toEqual([null, 'alarm']);
    expect(levels(around(IDLE), { dayWithoutRefuelling: 'breaks' }).slice(-2)).toEqual([null, 'pre-alarm']);
    expect(levels(around(null)).slice(-2)).toEqual([null, 'alarm']);
    expect(levels(around(null), { dayWithoutData: 'breaks' }).slice(-2)).toEqual([null, 'pre-alarm']);
  });
});

describe('the rule set', () => {
  it('rules from 2021-04-01; a draft never does', () => {
    expect(['2021-03-31', '2021-04-01', '2031-01-01'].map(rulesOn)).toEqual([null, 'GB20952-2020', 'GB20952-2020']);
  });
  it('of the draft alarms on the fifth day outside 1.0–1.2', () => {
    const day = count(['0.95', '0.95', '1.1', '1.1', '1.1'], 'draft-2020');
    expect(day.outside).toBe(2);
    const machine = nozzleMachine('draft-2020', DEFAULT_SETTINGS);
    let state = machine.initial;
    const said = times(5, day).map((one) => {
      const next = machine.step(state, one, '2022-06-01');
      state = next.state;
      return next.verdict.level;
    });
    expect(said.at(3)).toBe('pre-alarm');
    expect(said.at(4)).toBe('alarm');
  });
});

it('more refuellings outside never make a day better', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('0.5', '0.8', '1.0', '1.2', '1.4', '1.6'), { minLength: 5, maxLength: 20 }),
      fc.nat(19),
      fc.constantFrom('0.8', '0.5', '1.6'),
      (ratios, at, worse) => {
        const index = at % ratios.length;
        const order = ['normal', 'pre-alarm', 'alarm'];
        const isWorse = Math.abs(Number(worse) - 1.05) >= Math.abs(Number(ratios[index]) - 1.05);
        const changed = ratios.map((ratio, i) => (i === index && isWorse ? worse : ratio));
        const rank = (list: string[]) => order.indexOf(String(levels([count(list)])[0]));
        expect(rank(changed)).toBeGreaterThanOrEqual(rank(ratios));
      },
    ),
  ));
