import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changedDays,
  countDay,
  DEFAULT_SETTINGS,
  dayStart,
  type GasStationSettings,
  type NozzleDay,
  type NozzleJournal,
  nextDay,
  nozzleMachine,
  recompute,
  rulesOf,
  withDay,
} from './index.ts';

const RULE = rulesOf('GB20952-2020').airLiquid;
const DATES = Array.from({ length: 25 }).reduce<string[]>(
  (all) => [...all, nextDay(all.at(-1) as string)],
  ['2022-01-20'],
);

const settings: fc.Arbitrary<GasStationSettings> = fc.record({
  ...Object.fromEntries(Object.entries(DEFAULT_SETTINGS).map(([name, value]) => [name, fc.constant(value)])),
  totalRefuellings: fc.constantFrom('valid', 'all'),
  mergedDays: fc.constantFrom('one', 'each'),
  dayWithoutRefuelling: fc.constantFrom('pauses', 'breaks'),
  dayWithoutData: fc.constantFrom('pauses', 'breaks'),
  extremeSpan: fc.constantFrom('natural-day', 'elapsed'),
}) as fc.Arbitrary<GasStationSettings>;

/** Mostly bad ratios, so that counts of days grow; some short deliveries. */
const dayOf = (date: string): fc.Arbitrary<NozzleDay | null> =>
  fc.option(
    fc
      .array(
        fc.record({
          ratio: fc.constantFrom('0.5', '0.5', '0.8', '1.1', null),
          litres: fc.constantFrom('10', '20', '40'),
        }),
        {
          maxLength: 9,
        },
      )
      .map((rows) =>
        countDay(
          RULE,
          rows.map((row, i) => ({
            ...row,
            start: dayStart(date) + i * 9_000_000,
            end: dayStart(date) + i * 9_000_000 + 60_000,
          })),
        ),
      ),
    { freq: 6 },
  );
const days: fc.Arbitrary<(NozzleDay | null)[]> = fc.tuple(...DATES.map(dayOf));

describe('the journal of a nozzle', () => {
  it('is the same whatever order the days arrive in: late data equal a full recomputation', () =>
    fc.assert(
      fc.property(settings, days, fc.shuffledSubarray(DATES, { minLength: 1 }), (set, figures, arrival) => {
        const machine = nozzleMachine('in-force', set);
        const known = new Map<string, NozzleDay | null>();
        let journal: NozzleJournal = [];
        for (const date of arrival) {
          const day = figures[DATES.indexOf(date)] ?? null;
          known.set(date, day);
          journal = withDay(machine, journal, date, day);
        }
        expect(journal).toEqual(recompute(machine, known));
      }),
    ));
  it('is the same when a day is corrected, and tells which verdicts changed', () =>
    fc.assert(
      fc.property(settings, days, fc.nat(DATES.length - 1), dayOf('2022-02-01'), (set, figures, at, corrected) => {
        const machine = nozzleMachine('in-force', set);
        const known = new Map(DATES.map((date, i) => [date, figures[i] ?? null] as const));
        const before = recompute(machine, known);
        const date = DATES[at] as string;
        const after = withDay(machine, before, date, corrected);
        expect(after).toEqual(recompute(machine, known.set(date, corrected)));
        expect(changedDays(before, after).every((changed) => changed >= date)).toBe(true);
      }),
    ));
  it('goes on after a restart from what was written down (E.3.4.6)', () =>
    fc.assert(
      fc.property(settings, days, fc.nat(DATES.length), (set, figures, stop) => {
        const machine = nozzleMachine('in-force', set);
        let state = machine.initial;
        const verdicts = DATES.map((date, i) => {
          if (i === stop) state = JSON.parse(JSON.stringify(state));
          const next = machine.step(state, figures[i] ?? null, date);
          state = next.state;
          return next.verdict;
        });
        const whole = recompute(machine, new Map(DATES.map((date, i) => [date, figures[i] ?? null])));
        expect(verdicts).toEqual(whole.map(({ verdict }) => verdict));
      }),
    ));
  it('has a day without data where none arrived, and judges none before the standard was in force', () => {
    const good = countDay(RULE, []);
    const machine = nozzleMachine('in-force', DEFAULT_SETTINGS);
    const journal = recompute(
      machine,
      new Map([
        ['2021-03-31', good],
        ['2021-04-02', good],
      ]),
    );
    expect(journal.map(({ date, verdict }) => [date, verdict.reason])).toEqual([
      ['2021-03-31', 'no-rule'],
      ['2021-04-01', 'no-data'],
      ['2021-04-02', 'no-refuelling'],
    ]);
  });
  it('never judges a day without data or without a refuelling', () =>
    fc.assert(
      fc.property(settings, days, (set, figures) => {
        const known = new Map(DATES.map((date, i) => [date, figures[i] ?? null]));
        const unknown = recompute(nozzleMachine('in-force', set), known).filter(({ day }) => !day || day.total === 0);
        expect(unknown.every(({ verdict }) => verdict.level === null)).toBe(true);
      }),
    ));
});
