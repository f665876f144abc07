import { pairsOf, type Series } from './pairs.ts';

/** Daily PM2.5, µg/m³, above which a forecast is asked whether it saw it coming: levels 3, 4 and 5 of HJ 633-2012. */
export const FORECAST_THRESHOLDS = [75, 115, 150] as const;

export type EventScore = {
  readonly threshold: number;
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
  /** probability of detection: of what came, how much was forecast; null when nothing came */
  readonly pod: number | null;
  /** false alarm ratio: of what was forecast, how much did not come; null when nothing was forecast */
  readonly far: number | null;
  /** critical success index: hits of all that came or was forecast */
  readonly csi: number | null;
};

const over = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** Detection and false alarms of values above a threshold. */
export function eventScore(observedSeries: Series, forecast: Series, threshold: number): EventScore {
  const { observed, modelled } = pairsOf(observedSeries, forecast);
  const count = (came: boolean, said: boolean) =>
    observed.filter((o, i) => o > threshold === came && (modelled[i] as number) > threshold === said).length;
  const [hits, misses, falseAlarms] = [count(true, true), count(true, false), count(false, true)];
  return {
    threshold,
    hits,
    misses,
    falseAlarms,
    pod: over(hits, hits + misses),
    far: over(falseAlarms, hits + falseAlarms),
    csi: over(hits, hits + misses + falseAlarms),
  };
}
