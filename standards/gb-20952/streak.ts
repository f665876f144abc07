import type { GasStationSettings } from './settings.table.ts';

/** 正常 · 预警 · 报警 */
export type Level = 'normal' | 'pre-alarm' | 'alarm';
/** seen: something to judge by; idle: the device reports and there was nothing; no-data: nothing arrived */
export type DayKind = 'seen' | 'idle' | 'no-data';

/** Whether a day that cannot be judged ends the count of consecutive days. */
export const breaksCount = (settings: GasStationSettings, kind: DayKind): boolean =>
  (kind === 'idle' && settings.dayWithoutRefuelling === 'breaks') ||
  (kind === 'no-data' && settings.dayWithoutData === 'breaks');

export const levelOf = ({ preAlarm, alarm }: { preAlarm: boolean; alarm: boolean }): Level =>
  alarm ? 'alarm' : preAlarm ? 'pre-alarm' : 'normal';

/** Days of pre-alarm in a row of a quantity of the station (pressure, concentration); plain values. */
export type StreakState = { readonly level: Level | null; readonly streak: number };
export const NEW_STREAK: StreakState = { level: null, streak: 0 };

/** A day's own judgement, before the count of days: null = cannot be judged. */
export type DayLevel = { readonly level: Level | null; readonly reason: string };
export type StreakVerdict = DayLevel & { readonly streak: number };

/**
 * Counts days of pre-alarm (E.3.3.3, E.3.3.4): after `alarmAfterDays` of them in a row the level is an alarm.
 * A day that is an alarm by itself counts as well.
 */
export function streakDay(
  alarmAfterDays: number,
  settings: GasStationSettings,
  state: StreakState,
  day: DayLevel | null,
): { readonly state: StreakState; readonly verdict: StreakVerdict } {
  if (day === null || day.level === null) {
    const next = breaksCount(settings, 'no-data') ? NEW_STREAK : state;
    return { state: next, verdict: { level: null, reason: day?.reason ?? 'no-data', streak: next.streak } };
  }
  const streak = day.level === 'normal' ? 0 : state.streak + 1;
  const byDays = streak >= alarmAfterDays;
  const level = byDays ? 'alarm' : day.level;
  const reason = byDays && day.level !== 'alarm' ? 'consecutive-days' : day.reason;
  return { state: { level, streak }, verdict: { level, reason, streak } };
}
