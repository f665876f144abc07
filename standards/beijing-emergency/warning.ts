import { inForceOn } from '#standards/editions';
import { type EmergencyPlan, LEVELS, PLAN_ROWS, type Trigger, type WarningLevel } from './plans.table.ts';

export type { EmergencyPlan, WarningLevel } from './plans.table.ts';
export const EMERGENCY_PLANS = PLAN_ROWS.map(({ plan }) => plan);

/** Beijing's plan on a day; null before 2018-10, of which none is known; that first day is not certain. */
export const planOn = (date: string): EmergencyPlan | null =>
  inForceOn(
    PLAN_ROWS.filter(({ scope }) => scope === 'beijing'),
    date,
  )?.plan ?? null;

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
 * The highest level whose trigger a forecast meets.
 * @param forecastDailyAqi daily AQI of consecutive days; null = no forecast for that day
 */
export function warningLevel(plan: EmergencyPlan, forecastDailyAqi: Forecast): WarningLevel {
  const { triggers } = PLAN_ROWS.find((row) => row.plan === plan) as (typeof PLAN_ROWS)[number];
  return LEVELS.find((level) => triggers[level]?.some((trigger) => met(trigger, forecastDailyAqi))) ?? 'none';
}
