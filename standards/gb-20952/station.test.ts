import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareManual,
  constantPressures,
  constantRatios,
  countDay,
  DEFAULT_SETTINGS,
  keepsLimit,
  nextDay,
  nozzleMachine,
  otherRules,
  type RuleSet,
  recompute,
  rulesOf,
  rulesThatExplain,
  silences,
  stateDifferences,
  stationVerdict,
  unanswered,
} from './index.ts';

const HOUR = 3_600_000;
const results = (failed: number, passed: number, missing = 0) => [
  ...Array<false>(failed).fill(false),
  ...Array<true>(passed).fill(true),
  ...Array<null>(missing).fill(null),
];

describe('table 4: a station by its nozzles', () => {
  it.each([
    [6, 0, 6, true],
    [6, 1, 5, false],
    [6, 0, 5, null],
    [7, 0, 6, true],
    [10, 1, 5, false],
    [11, 1, 7, true],
    [15, 2, 6, false],
    [20, 1, 9, true],
    [21, 2, 10, true],
    [40, 3, 9, false],
    [40, 2, 9, null],
    [40, 3, 1, false],
  ] as const)('%i nozzles, %i failed, %i passed: %s', (nozzles, failed, passed, passes) => {
    expect(stationVerdict('2022-06-01', nozzles, results(failed, passed))?.passes).toBe(passes);
  });
  it('a nozzle that could not be measured was not checked', () => {
    expect(stationVerdict('2022-06-01', 6, results(0, 5, 1))?.passes).toBeNull();
  });
  it('there is no verdict before the standard, and no station without nozzles', () => {
    expect(stationVerdict('2021-03-31', 6, results(1, 5))).toBeNull();
    expect(() => stationVerdict('2022-06-01', 0, [])).toThrow(/nozzles/);
  });
  it('one more failing nozzle never lets a station pass', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(40), (nozzles, failed, passed) => {
        const verdict = (n: number) => stationVerdict('2022-06-01', nozzles, results(n, passed))?.passes;
        if (verdict(failed) === false) expect(verdict(failed + 1)).toBe(false);
      }),
    ));
});

describe('limits of a station', () => {
  it('A/L 1.0 to 1.2, both included', () => {
    const ratio = (x: string) => keepsLimit('2022-06-01', 'existing', 'airLiquidRatio', x);
    expect(['0.99', '1.0', '1.20', '1.21'].map(ratio)).toEqual([false, true, true, false]);
  });
  it('leak and boundary bind an existing station since 2022, a new one since 2021-04-01 (cl. 7.2)', () => {
    expect(keepsLimit('2021-12-31', 'existing', 'leak', '501')).toBeNull();
    expect(keepsLimit('2021-12-31', 'new', 'leak', '501')).toBe(false);
    expect(keepsLimit('2022-01-01', 'existing', 'leak', '500')).toBe(true);
    expect(keepsLimit('2022-01-01', 'existing', 'boundaryNmhc', '4.01')).toBe(false);
    expect(keepsLimit('2022-01-01', 'existing', 'treatmentOutlet', '25')).toBe(true);
    expect(keepsLimit('2022-01-01', 'existing', 'treatmentOutlet', null)).toBeNull();
  });
});

describe('Annex F: on-line against manual', () => {
  it.each([
    ['airLiquidRatio', '1.20', '1.05', true],
    ['airLiquidRatio', '1.21', '1.05', false],
    ['volume', '20.2', '20', true],
    ['volume', '19.79', '20', false],
    ['displayDelay', '60', '0', true],
    ['pressure', '-310', '-260', true],
    ['pressure', '-310.1', '-260', false],
  ] as const)('%s %s against %s: %s', (quantity, online, manual, within) => {
    expect(compareManual('2022-06-01', quantity, online, manual)?.within).toBe(within);
  });
  it('says nothing of a missing value or relative to zero', () => {
    expect(compareManual('2022-06-01', 'volume', '1', '0')).toBeNull();
    expect(compareManual('2022-06-01', 'pressure', null, '0')).toBeNull();
  });
});

describe('whether the monitoring can be believed', () => {
  it('a device without a message for more than two hours is silent, at the edges too', () => {
    const found = silences(
      [0, 1, 2, 5].map((h) => h * HOUR),
      { from: -HOUR, until: 8 * HOUR },
      DEFAULT_SETTINGS,
    );
    expect(found.map(({ from, until }) => [Number(from) / HOUR, Number(until) / HOUR])).toEqual([
      [2, 5],
      [5, 8],
    ]);
    expect(silences([], { from: 0, until: 3 * HOUR }, DEFAULT_SETTINGS)).toHaveLength(1);
  });
  const records = (ratios: (string | null)[]) =>
    ratios.map((ratio, i) => ({ start: i * HOUR, end: i * HOUR + 1, litres: '20', ratio }));
  it('ten refuellings with exactly one ratio are not plausible; 1.0 and 1.00 are one ratio', () => {
    expect(
      constantRatios(records(Array.from({ length: 10 }, (_, i) => (i % 2 ? '1.0' : '1.00'))), DEFAULT_SETTINGS),
    ).toHaveLength(1);
    expect(constantRatios(records([...Array(9).fill('1.0'), '1.1']), DEFAULT_SETTINGS)).toEqual([]);
    expect(constantRatios(records([...Array(5).fill('1.0'), null, ...Array(5).fill('1.0')]), DEFAULT_SETTINGS)).toEqual(
      [],
    );
  });
  it('a pressure that stands still for six hours is not plausible', () => {
    const still = Array.from({ length: 13 }, (_, i) => ({ at: (i * HOUR) / 2, pa: '-12' }));
    expect(constantPressures(still, DEFAULT_SETTINGS)).toHaveLength(1);
    expect(constantPressures(still.slice(1), DEFAULT_SETTINGS)).toEqual([]);
  });
  it('an alarm is to be answered within a day', () => {
    const alarms = [
      { raised: 0, answered: 24 * HOUR },
      { raised: 0, answered: 25 * HOUR },
      { raised: 0, answered: null },
      { raised: 40 * HOUR, answered: null },
    ];
    expect(unanswered(alarms, 48 * HOUR, DEFAULT_SETTINGS).map(({ until }) => until)).toEqual([25 * HOUR, 48 * HOUR]);
  });

  const dates = Array.from({ length: 4 }).reduce<string[]>(
    (all) => [...all, nextDay(all.at(-1) as string)],
    ['2022-06-01'],
  );
  const journal = (ruleSet: RuleSet, ratios: string[]) => {
    const day = countDay(rulesOf(ruleSet).airLiquid, records(ratios));
    return recompute(nozzleMachine(ruleSet, DEFAULT_SETTINGS), new Map(dates.map((date) => [date, day])));
  };
  const both = (ratios: string[]) => ({
    'GB20952-2020': journal('GB20952-2020', ratios),
    'draft-2020': journal('draft-2020', ratios),
  });
  it('a hidden alarm is a difference between what is uploaded and what the refuellings come to', () => {
    const uploaded = new Map(dates.map((date) => [date, 'normal'] as const));
    const found = stateDifferences(journal('GB20952-2020', ['0.8', '0.8', '1', '1', '1']), uploaded);
    expect(found.map(({ from }) => from)).toEqual(dates);
    expect(found[0]?.reason.zh).toBe('设备上传“正常”，按逐次加油数据重算为“预警”');
  });
  it('"no refuelling" on a day of refuellings is a difference; a day that cannot be judged is none', () => {
    const none = new Map([['2022-06-01', 'none'] as const]);
    expect(stateDifferences(journal('GB20952-2020', ['1', '1', '1', '1', '1']), none)).toHaveLength(1);
    const normal = new Map([['2022-06-01', 'normal'] as const]);
    expect(stateDifferences(journal('GB20952-2020', ['1', '1']), normal)).toEqual([]);
  });
  it('a device that pre-alarms between 0.9 and 1.0 and alarms on the fifth day runs the draft', () => {
    const journals = both(['0.95', '0.95', '1.1', '1.1', '1.1']);
    const uploaded = new Map(dates.map((date, i) => [date, i === 4 ? 'alarm' : 'pre-alarm'] as const));
    expect(rulesThatExplain(journals, uploaded)).toEqual(['draft-2020']);
    expect(otherRules(journals, uploaded, 'GB20952-2020')?.kind).toBe('runs-other-rules');
  });
  it('nothing is said of a device whose days cannot be compared', () => {
    expect(rulesThatExplain(both(['1.1']), new Map([['2022-06-01', 'normal']]))).toBeNull();
  });
});
