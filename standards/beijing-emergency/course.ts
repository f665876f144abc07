import { requireDate } from '#standards/editions';
import { type Assessment, assess, countedAqi, type ForecastDay } from './episode.ts';
import type { Trigger } from './plans.table.ts';
import { EMERGENCY_DEFAULTS, type EmergencySettings, HOURS_OF_DAY } from './settings.table.ts';
import { compareLevels, type EmergencyPlan, triggersOf, type WarningLevel } from './warning.ts';

export type HoldReason = 'trigger-still-met' | 'not-clear-long-enough' | 'forecast-missing';
/** What to do about the warning today. `level` is the level after the step. */
export type Step = {
  readonly step: 'none' | 'start' | 'upgrade' | 'downgrade' | 'hold' | 'lift';
  readonly level: WarningLevel;
  /** 'YYYY-MM-DDTHH:00' at which the step takes effect; null when nothing changes */
  readonly at: string | null;
  /** by when it should be announced, and whether that time is over already; null where nothing starts */
  readonly announceBy: string | null;
  readonly late: boolean;
  readonly reason: HoldReason | null;
  readonly assessment: Assessment;
};

const HOUR_MILLISECONDS = 3_600_000;
const stamp = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 16);
const clock = (date: string, hour: number) => Date.parse(`${date}T00:00Z`) + hour * HOUR_MILLISECONDS;

/** When a warning for days from `firstDay` takes effect and by when it is announced ('YYYY-MM-DDTHH:MM', Beijing time). */
export function announcement(firstDay: string, own: Partial<EmergencySettings> = {}): { at: string; by: string } {
  const { startHour, announceAheadHours } = { ...EMERGENCY_DEFAULTS, ...own };
  const start = clock(requireDate(firstDay), startHour);
  return { at: stamp(start), by: stamp(start - announceAheadHours * HOUR_MILLISECONDS) };
}

/** The lowest AQI above which a plan takes notice of a day. */
const lowest = (plan: EmergencyPlan, settings: EmergencySettings): number =>
  Math.min(
    ...Object.values(triggersOf(plan, settings)).flatMap((triggers: readonly Trigger[]) =>
      triggers.map((trigger) => ('reaches' in trigger ? trigger.reaches : trigger.above)),
    ),
  );

type Ahead = { readonly known: number; readonly clear: number };
/** How many days ahead are known without a gap, and how many of them from the first on are below every trigger. */
function lookAhead(plan: EmergencyPlan, ahead: readonly ForecastDay[], settings: EmergencySettings): Ahead {
  const until = (over: (aqi: number | null) => boolean) => {
    const end = ahead.findIndex((day) => over(countedAqi(day, settings)));
    return end < 0 ? ahead.length : end;
  };
  return { known: until((aqi) => aqi === null), clear: until((aqi) => aqi === null || aqi > lowest(plan, settings)) };
}

/**
 * The next step of a warning: start, upgrade, downgrade, lift, hold, or nothing. It is advice: the city decides, a
 * district follows the city's warning.
 * @param current the level in force now, 'none' when there is no warning
 * @param series consecutive days from the beginning of the present episode (observed) into the days ahead (forecast)
 * @param now 'YYYY-MM-DDTHH:MM', Beijing time
 */
export function nextStep(
  plan: EmergencyPlan,
  current: WarningLevel,
  series: readonly ForecastDay[],
  now: string,
  own: Partial<EmergencySettings> = {},
): Step {
  const settings = { ...EMERGENCY_DEFAULTS, ...own };
  const today = requireDate(now.slice(0, 10));
  const assessment = assess(plan, series, own, today);
  const ahead = series.filter(({ date }) => date >= today);
  const quiet = { at: null, announceBy: null, late: false, reason: null, assessment };

  if (compareLevels(assessment.level, current) > 0) {
    const firstDay = [assessment.days[0] as string, today].sort().at(-1) as string;
    const { at, by } = announcement(firstDay, own);
    const [step, late] = [current === 'none' ? 'start' : 'upgrade', now > by] as const;
    return { ...quiet, step, level: assessment.level, at: at < now ? now : at, announceBy: by, late };
  }
  if (current === 'none') return { ...quiet, step: 'none', level: 'none' };

  const { known, clear } = lookAhead(plan, ahead, settings);
  const longEnough = (days: number) => days * HOURS_OF_DAY >= settings.liftHours;
  if (longEnough(clear)) return { ...quiet, step: 'lift', level: 'none', at: now };

  const call = assess(plan, ahead, own).level;
  if (settings.stepDown && call !== 'none' && compareLevels(call, current) < 0 && longEnough(known))
    return { ...quiet, step: 'downgrade', level: call, at: now };

  const stillMet = compareLevels(assessment.level, current) === 0;
  const reason = stillMet ? 'trigger-still-met' : longEnough(known) ? 'not-clear-long-enough' : 'forecast-missing';
  return { ...quiet, step: 'hold', level: current, reason };
}
