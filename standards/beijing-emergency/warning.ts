import { inForceOn } from '#standards/editions';
import {
  type EmergencyPlan,
  LEVEL_ORDER,
  LEVELS,
  PLAN_ROWS,
  type PlanRow,
  type PlanScope,
  type Trigger,
  type WarningLevel,
} from './plans.table.ts';
import type { EmergencySettings } from './settings.table.ts';

export type { EmergencyPlan, WarningLevel } from './plans.table.ts';
export const EMERGENCY_PLANS = PLAN_ROWS.map(({ plan }) => plan);

const ruling = (scope: PlanScope, date: string): EmergencyPlan | null =>
  inForceOn(
    PLAN_ROWS.filter((row) => row.scope === scope),
    date,
  )?.plan ?? null;

/** Beijing's plan on a day; null before 2016-12-15, of which none is known; that first day is not certain. */
export const planOn = (date: string): EmergencyPlan | null => ruling('beijing', date);

/** The ministry's guidance on a day; null before 2017. */
export const guidanceOn = (date: string): EmergencyPlan | null => ruling('guidance', date);

/** The row of a plan. */
export const emergencyPlan = (plan: EmergencyPlan): PlanRow => PLAN_ROWS.find((row) => row.plan === plan) as PlanRow;

/** What a plan triggers on: the table's, unless a district sets its own. */
export const triggersOf = (
  plan: EmergencyPlan,
  { triggers }: Pick<Partial<EmergencySettings>, 'triggers'> = {},
): PlanRow['triggers'] => triggers?.[plan] ?? emergencyPlan(plan).triggers;

/** -1, 0 or 1 as a level is milder than, equal to or worse than another. */
export const compareLevels = (a: WarningLevel, b: WarningLevel): number =>
  Math.sign(LEVEL_ORDER.indexOf(a) - LEVEL_ORDER.indexOf(b));

type Forecast = readonly (number | null)[];

/** The stretches of consecutive days above a figure; a day without a forecast ends a stretch. */
function runsAbove(days: Forecast, above: number): number[][] {
  const runs: number[][] = [[]];
  for (const aqi of days) {
    if (aqi !== null && aqi > above) runs.at(-1)?.push(aqi);
    else runs.push([]);
  }
  return runs;
}

function met(trigger: Trigger, days: Forecast): boolean {
  if ('reaches' in trigger) return days.some((aqi) => aqi !== null && aqi >= trigger.reaches);
  return runsAbove(days, trigger.above).some(
    (run) => run.length >= trigger.days && (!trigger.within || met(trigger.within, run)),
  );
}

/**
 * The highest level whose trigger a forecast meets, days strictly consecutive. For a forecast with dates, causes and close
 * episodes there is `assess`.
 * @param forecastDailyAqi daily AQI of consecutive days; null = no forecast for that day
 */
export function warningLevel(
  plan: EmergencyPlan,
  forecastDailyAqi: Forecast,
  own?: Pick<Partial<EmergencySettings>, 'triggers'>,
): WarningLevel {
  const triggers = triggersOf(plan, own);
  return LEVELS.find((level) => triggers[level]?.some((trigger) => met(trigger, forecastDailyAqi))) ?? 'none';
}
