import { compareDecimal, isNumeric, type Numeric } from '#standards/gb-t-8170';
import { dayEnd, dayStart, HOUR } from './natural-day.ts';
import type { PressureRule } from './rules.table.ts';
import type { GasStationSettings } from './settings.table.ts';
import type { DayLevel } from './streak.ts';

/** Gauge pressure of the tank's vapour space. */
export type PressureSample = {
  /** ms since 1970 UTC */
  readonly at: number;
  /** Pa; null = not known, as if there were no sample */
  readonly pa: Numeric | null;
};
export type PressureDay = DayLevel & {
  readonly reason: 'zero-pressure' | 'pressure-moves' | 'gaps' | 'no-samples';
  /** ms, longest stretch inside the band that the samples prove */
  readonly provenMs: number;
  /** ms, longest stretch that they do not exclude */
  readonly possibleMs: number;
};

/**
 * Zero pressure of a natural day (E.3.3.3): inside the band for longer than 12 h without a break. A stretch is proven from
 * its first to its last sample while samples follow each other closely enough; a longer gap is neither zero nor not. When
 * the gaps alone decide, the day cannot be judged. Samples of other days are left out; their order does not matter.
 */
export function pressureDay(
  rule: PressureRule,
  settings: Pick<GasStationSettings, 'pressureGapSeconds'>,
  date: string,
  samples: readonly PressureSample[],
): PressureDay {
  const [start, end] = [dayStart(date), dayEnd(date)];
  const inBand = (pa: Numeric) => compareDecimal(pa, rule.band.from) >= 0 && compareDecimal(pa, rule.band.to) <= 0;
  const day = samples
    .filter((s): s is { at: number; pa: Numeric } => s.at >= start && s.at < end && s.pa !== null && isNumeric(s.pa))
    .map(({ at, pa }) => ({ at, zero: inBand(pa) }))
    // two samples of one instant that contradict each other: the one outside the band breaks the stretch
    .sort((a, b) => a.at - b.at || Number(a.zero) - Number(b.zero));
  if (day.length === 0) return { level: null, reason: 'no-samples', provenMs: 0, possibleMs: end - start };

  const gap = Math.max(settings.pressureGapSeconds, rule.sampleSecondsAtMost) * 1000;
  let [proven, possible] = [0, 0];
  let provenFrom: number | null = null;
  // before the first sample anything may have been, unless it comes at once
  let possibleFrom = (day[0]?.at ?? start) - start > gap ? start : (day[0]?.at ?? start);
  let before: { at: number; zero: boolean } | null = null;
  for (const sample of day) {
    const wide = before !== null && sample.at - before.at > gap;
    if (before && !before.zero) possibleFrom = wide ? before.at : sample.at;
    if (wide) provenFrom = null;
    if (sample.zero) {
      provenFrom ??= sample.at;
      proven = Math.max(proven, sample.at - provenFrom);
      possible = Math.max(possible, sample.at - possibleFrom);
    } else {
      provenFrom = null;
      if (wide || before === null) possible = Math.max(possible, sample.at - possibleFrom);
    }
    before = sample;
  }
  if (before && end - before.at > gap) possible = Math.max(possible, end - (before.zero ? possibleFrom : before.at));

  const longer = rule.longerThanHours * HOUR;
  const figures = { provenMs: proven, possibleMs: possible };
  if (proven > longer) return { level: 'pre-alarm', reason: 'zero-pressure', ...figures };
  if (possible > longer) return { level: null, reason: 'gaps', ...figures };
  return { level: 'normal', reason: 'pressure-moves', ...figures };
}
