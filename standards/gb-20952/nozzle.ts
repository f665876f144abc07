import { HOUR } from './natural-day.ts';
import type { NozzleDay } from './refuelling.ts';
import type { AirLiquidRule } from './rules.table.ts';
import type { GasStationSettings } from './settings.table.ts';
import { breaksCount, type DayKind, type Level, levelOf } from './streak.ts';

/** What a nozzle's rule remembers from one day to the next: plain values, so it survives a restart (E.3.4.6–7). */
export type NozzleState = {
  /** the last judged level; null before the first judgement and after a break */
  readonly level: Level | null;
  /** days of pre-alarm without a break */
  readonly streak: number;
  /** days and counts that were too few and go on to the next day */
  readonly carried: Counts;
  /** ms, since when every valid refuelling has been extreme; null when the last one was not */
  readonly extremeSince: number | null;
};
type Counts = {
  readonly days: number;
  readonly total: number;
  readonly valid: number;
  readonly outside: number;
  readonly extreme: number;
};
const NOTHING: Counts = { days: 0, total: 0, valid: 0, outside: 0, extreme: 0 };
export const NEW_NOZZLE: NozzleState = { level: null, streak: 0, carried: NOTHING, extremeSince: null };

export type NozzleReason =
  | 'within-share'
  | 'share-outside'
  | 'consecutive-days'
  | 'extreme'
  | 'too-few-refuellings'
  | 'no-refuelling'
  | 'no-data'
  | 'no-rule';
export type NozzleVerdict = {
  /** null = not judged, never normal by default */
  readonly level: Level | null;
  readonly reason: NozzleReason;
  /** counts that were judged, those of merged days included; null without data */
  readonly judged: Counts | null;
  readonly streak: number;
  readonly unreadable: number;
};

const plus = (a: Counts, day: NozzleDay): Counts => ({
  days: a.days + 1,
  total: a.total + day.total,
  valid: a.valid + day.valid,
  outside: a.outside + day.outside,
  extreme: a.extreme + day.extreme,
});

/** The longest stretch of extreme refuellings that ends on this day, and whether one is still open. */
function extremeStretch(since: number | null, day: NozzleDay): { longest: number; since: number | null } {
  const goesOn = day.opensExtreme || day.valid === 0;
  const from = goesOn ? since : null;
  const runs = day.extremeRuns.map((run, i) => (i === 0 && day.opensExtreme && from !== null ? { ...run, from } : run));
  const longest = Math.max(0, ...runs.map((run) => run.to - run.from));
  return { longest, since: day.valid === 0 ? from : day.closesExtreme ? (runs.at(-1)?.from ?? null) : null };
}

/**
 * One day of one nozzle (E.3.3.1, E.3.3.2). Pure: the same state and day give the same answer.
 * @param day null = nothing arrived of that day
 */
export function nozzleDay(
  rule: AirLiquidRule,
  settings: GasStationSettings,
  state: NozzleState,
  day: NozzleDay | null,
): { readonly state: NozzleState; readonly verdict: NozzleVerdict } {
  const kind: DayKind = day === null ? 'no-data' : day.total === 0 ? 'idle' : 'seen';
  const unreadable = day?.unreadable ?? 0;
  const unjudged = (reason: NozzleReason, next: NozzleState) => ({
    state: next,
    verdict: { level: null, reason, judged: day && next.carried, streak: next.streak, unreadable },
  });
  if (day === null || kind === 'idle') {
    const next = breaksCount(settings, kind) ? { ...state, level: null, streak: 0, extremeSince: null } : state;
    return unjudged(kind === 'idle' ? 'no-refuelling' : 'no-data', next);
  }

  const judged = plus(state.carried, day);
  const stretch = extremeStretch(state.extremeSince, day);
  const base = settings.totalRefuellings === 'valid' ? judged.valid : judged.total;
  const longest = rule.extreme ? rule.extreme.longerThanHours * HOUR : 0;
  const elapsed = rule.extreme !== null && settings.extremeSpan === 'elapsed' && stretch.longest > longest;
  if ((base < rule.leastRefuellings || judged.valid === 0) && !elapsed)
    return unjudged('too-few-refuellings', { ...state, carried: judged, extremeSince: stretch.since });

  const wholeDay = rule.extreme !== null && settings.extremeSpan === 'natural-day' && judged.extreme === judged.valid;
  const extreme = elapsed || wholeDay;
  const preAlarm = extreme || judged.outside * 100 > rule.preAlarm.moreThanPercent * base;
  const weight = settings.mergedDays === 'one' ? 1 : judged.days;
  const streak = preAlarm ? state.streak + weight : 0;
  const level = levelOf({ preAlarm, alarm: extreme || streak >= rule.preAlarm.alarmAfterDays });
  const reason: NozzleReason = extreme
    ? 'extreme'
    : level === 'alarm'
      ? 'consecutive-days'
      : preAlarm
        ? 'share-outside'
        : 'within-share';
  return {
    state: { level, streak, carried: NOTHING, extremeSince: stretch.since },
    verdict: { level, reason, judged, streak, unreadable },
  };
}
