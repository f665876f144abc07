import { requireDate } from '#standards/editions';
import { LEVELS, type Run, type Trigger } from './plans.table.ts';
import { type Cause, EMERGENCY_DEFAULTS, type EmergencySettings, HOURS_OF_DAY } from './settings.table.ts';
import { type EmergencyPlan, triggersOf, type WarningLevel } from './warning.ts';

/** A day's AQI, forecast or (for days gone by) observed; null = none. A day may be any 24 hours that the plan lets count. */
export type ForecastDay = { readonly date: string; readonly aqi: number | null; readonly cause?: Cause };

/** What a forecast calls for, and everything that the sentence explaining it needs. */
export type Assessment = {
  readonly plan: EmergencyPlan;
  readonly level: WarningLevel;
  /** the trigger that is met; null at level none */
  readonly trigger: Trigger | null;
  /** days that meet it, in order */
  readonly days: readonly string[];
  /** better days between them that are too few to part two episodes */
  readonly bridged: readonly string[];
  /** days that do not count for their cause */
  readonly excluded: readonly string[];
  /** days without a forecast */
  readonly missing: readonly string[];
};

/** An episode above a figure: indices of the days that count, first and last included. */
type Episode = readonly number[];

const DAY_MILLISECONDS = 86_400_000;
const dayAfter = (date: string): string => new Date(Date.parse(date) + DAY_MILLISECONDS).toISOString().slice(0, 10);

/** A RangeError when the days do not follow one another. */
export function requireConsecutive(series: readonly ForecastDay[]): void {
  series.forEach(({ date }, i) => {
    requireDate(date);
    if (i > 0 && date !== dayAfter(series[i - 1]?.date as string))
      throw new RangeError(`the days of a forecast must follow one another: ${date}`);
  });
}

const counts = ({ cause = 'pm25' }: ForecastDay, { causes }: EmergencySettings) => causes.includes(cause);

/** The AQI that counts on a day: none above zero when the cause does not count. */
export const countedAqi = (day: ForecastDay, settings: EmergencySettings): number | null =>
  day.aqi === null || counts(day, settings) ? day.aqi : 0;

/** Better days in a row that still leave one episode: fewer hours than a warning needs to be lifted. */
const pause = ({ closeEpisodes, liftHours }: EmergencySettings): number =>
  closeEpisodes === 'apart' ? 0 : Math.ceil(liftHours / HOURS_OF_DAY) - 1;

function episodesAbove(aqi: readonly (number | null)[], above: number, mostPause: number): Episode[] {
  const episodes: number[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  aqi.forEach((value, i) => {
    if (value === null) last = Number.NEGATIVE_INFINITY;
    else if (value > above) {
      if (i - last - 1 <= mostPause) episodes.at(-1)?.push(i);
      else episodes.push([i]);
      last = i;
    }
  });
  return episodes;
}

const reaches = (aqi: readonly (number | null)[], run: Run, span: Episode, mostPause: number): boolean => {
  const [from, to] = [span[0] as number, span.at(-1) as number];
  return episodesAbove(aqi.slice(from, to + 1), run.above, mostPause).some(({ length }) => length >= run.days);
};

/** The first episode that meets a trigger and is not over before `notBefore` (an index), or null. */
function episodeMeeting(
  aqi: readonly (number | null)[],
  trigger: Trigger,
  mostPause: number,
  notBefore: number,
): Episode | null {
  if ('reaches' in trigger) {
    const day = aqi.findIndex((value, i) => i >= notBefore && value !== null && value >= trigger.reaches);
    return day < 0 ? null : [day];
  }
  const { days, above, within } = trigger;
  return (
    episodesAbove(aqi, above, mostPause).find(
      (one) =>
        one.length >= days && (one.at(-1) as number) >= notBefore && (!within || reaches(aqi, within, one, mostPause)),
    ) ?? null
  );
}

/**
 * What a series of days calls for by a plan.
 * @param series consecutive days: those of the present episode that are over, and those ahead
 * @param today only episodes that reach this day or a later one count; without it all of the series
 */
export function assess(
  plan: EmergencyPlan,
  series: readonly ForecastDay[],
  own: Partial<EmergencySettings> = {},
  today?: string,
): Assessment {
  requireConsecutive(series);
  const settings = { ...EMERGENCY_DEFAULTS, ...own };
  const aqi = series.map((day) => countedAqi(day, settings));
  const notBefore = today === undefined ? 0 : series.filter(({ date }) => date < today).length;
  const triggers = triggersOf(plan, settings);
  const date = (i: number) => series[i]?.date as string;
  const rest = {
    plan,
    excluded: series.filter((day) => day.aqi !== null && !counts(day, settings)).map((day) => day.date),
    missing: series.filter((day) => day.aqi === null).map((day) => day.date),
  };
  for (const level of LEVELS)
    for (const trigger of triggers[level] ?? []) {
      const episode = episodeMeeting(aqi, trigger, pause(settings), notBefore);
      if (!episode) continue;
      const [from, to] = [episode[0] as number, episode.at(-1) as number];
      const span = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const bridged = span.filter((i) => !episode.includes(i)).map(date);
      return { ...rest, level, trigger, days: episode.map(date), bridged };
    }
  return { ...rest, level: 'none', trigger: null, days: [], bridged: [] };
}
