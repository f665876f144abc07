/**
 * GB 20952 加油站大气污染物排放标准: when a filling station loses its vapour, and when its monitoring cannot be believed.
 *
 * While a car takes petrol the nozzle sucks the vapour back; the ratio of vapour to petrol (气液比, A/L) has to be about one.
 * Annex E tells an on-line system how to judge: a nozzle's natural day is a pre-alarm 预警 when more than 25 % of its
 * refuellings lie outside 0.9–1.3, seven such days in a row are an alarm 报警, and so are refuellings beyond 0.6/1.5 for
 * longer than 24 h; a tank whose pressure stays near zero for 12 h leaks; vapour of 8000 µmol/mol is an alarm at once. Days
 * with fewer than five refuellings are carried forward. Devices may run a draft of the rule or hide alarms, so everything is
 * computed again from single refuellings: `countDay` makes a day of them, `nozzleMachine` goes from day to day with a state
 * that is a plain value, `withDay` takes late data, and `stateDifferences` compares with what the device claims. What the
 * text leaves open is a setting with a default. Not here for want of the text: airtightness and line resistance (tables 1
 * and 2), and Beijing's DB11/208-2023.
 */
export { type ConcentrationDay, concentrationDay } from './concentration.ts';
export {
  constantPressures,
  constantRatios,
  otherRules,
  rulesThatExplain,
  type StationFinding,
  silences,
  stateDifferences,
  type UploadedLevel,
  unanswered,
} from './findings.ts';
export { changedDays, type Journal, type JournalEntry, type Machine, recompute, withDay } from './journal.ts';
export { STATION_DUTIES } from './limits.table.ts';
export {
  concentrationMachine,
  type NozzleJournal,
  type NozzleMachine,
  nozzleMachine,
  pressureMachine,
  type RuleChoice,
} from './machines.ts';
export { dayEnd, dayStart, naturalDay, nextDay } from './natural-day.ts';
export { NEW_NOZZLE, type NozzleReason, type NozzleState, type NozzleVerdict, nozzleDay } from './nozzle.ts';
export { type PressureDay, type PressureSample, pressureDay } from './pressure.ts';
export { countDay, type NozzleDay, type Refuelling } from './refuelling.ts';
export { RULE_SETS, type RuleRow, type RuleSet, rulesOf, rulesOn } from './rules.ts';
export { DEFAULT_SETTINGS, type GasStationSettings, SETTING_REASONS } from './settings.table.ts';
export { STANDARD } from './standard.table.ts';
export {
  type ComparisonQuantity,
  compareManual,
  keepsLimit,
  type StationKind,
  type StationQuantity,
  type StationVerdict,
  stationLimit,
  stationVerdict,
} from './station.ts';
export { type Level, NEW_STREAK, type StreakState, type StreakVerdict, streakDay } from './streak.ts';
