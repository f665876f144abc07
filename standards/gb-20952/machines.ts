import type { ConcentrationDay } from './concentration.ts';
import type { Journal, Machine } from './journal.ts';
import { NEW_NOZZLE, type NozzleState, type NozzleVerdict, nozzleDay } from './nozzle.ts';
import type { PressureDay } from './pressure.ts';
import type { NozzleDay } from './refuelling.ts';
import { type RuleRow, type RuleSet, rulesOf, rulesOn } from './rules.ts';
import type { GasStationSettings } from './settings.table.ts';
import { NEW_STREAK, type StreakState, type StreakVerdict, streakDay } from './streak.ts';

/** Which rules judge a day: those in force on it, or always one set (to see what a device with that set would say). */
export type RuleChoice = 'in-force' | RuleSet;
const rowOn = (choice: RuleChoice, date: string): RuleRow | null => {
  const ruleSet = choice === 'in-force' ? rulesOn(date) : choice;
  return ruleSet && rulesOf(ruleSet);
};

export type NozzleMachine = Machine<NozzleDay, NozzleState, NozzleVerdict>;
export type NozzleJournal = Journal<NozzleDay, NozzleState, NozzleVerdict>;

/** A/L of one nozzle, day by day; days before there was a rule are not judged. */
export const nozzleMachine = (choice: RuleChoice, settings: GasStationSettings): NozzleMachine => ({
  initial: NEW_NOZZLE,
  step: (state, day, date) => {
    const row = rowOn(choice, date);
    if (row) return nozzleDay(row.airLiquid, settings, state, day);
    const verdict = {
      level: null,
      reason: 'no-rule',
      judged: null,
      streak: 0,
      unreadable: day?.unreadable ?? 0,
    } as const;
    return { state: NEW_NOZZLE, verdict };
  },
});

type StreakMachine<Day> = Machine<Day, StreakState, StreakVerdict>;
const NO_RULE = { state: NEW_STREAK, verdict: { level: null, reason: 'no-rule', streak: 0 } } as const;

/** Zero pressure of a station, day by day. */
export const pressureMachine = (choice: RuleChoice, settings: GasStationSettings): StreakMachine<PressureDay> => ({
  initial: NEW_STREAK,
  step: (state, day, date) => {
    const row = rowOn(choice, date);
    return row ? streakDay(row.pressure.alarmAfterDays, settings, state, day) : NO_RULE;
  },
});

/** Vapour concentration of a station, day by day. */
export const concentrationMachine = (
  choice: RuleChoice,
  settings: GasStationSettings,
): StreakMachine<ConcentrationDay> => ({
  initial: NEW_STREAK,
  step: (state, day, date) => {
    const rule = rowOn(choice, date)?.concentration;
    return rule ? streakDay(rule.alarmAfterDays, settings, state, day) : NO_RULE;
  },
});
