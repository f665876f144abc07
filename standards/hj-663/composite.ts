import { type AirClass, type Gb3095Edition, limitIn } from '#standards/gb-3095';
import {
  compare,
  divide,
  type Exact,
  exact,
  largest,
  multiply,
  type Numeric,
  roundExact,
  sum,
} from '#standards/gb-t-8170';
import { SIX_POLLUTANTS, type SixPollutant } from '#standards/pollutants';
import { ANNUAL_STATISTICS } from './rules.table.ts';
import { COMPOSITE_DECIMALS, type CompositeMode, SINGLE_INDEX_DECIMALS } from './settings.table.ts';

export type { CompositeMode } from './settings.table.ts';

type Six<T> = Readonly<Record<SixPollutant, T>>;

export type CompositeIndex = {
  /** Σ weight · C/S, 2 decimals; null while a concentration is missing */
  readonly index: string | null;
  /** C/S of each, unweighted: 3 decimals beside an unrounded sum, 2 where each is rounded first */
  readonly single: Six<string | null>;
  /** largest C/S, 2 decimals */
  readonly maxSingle: string | null;
  /** who has the largest C/S; all that share it */
  readonly leading: readonly SixPollutant[];
  readonly missing: readonly SixPollutant[];
  readonly reason: 'missing-pollutant' | null;
};

/**
 * The ambient air quality composite index (环境空气质量综合指数; smaller is better).
 * @param concentrations period means of SO2 NO2 PM10 PM2.5 (µg/m³), 95th percentile of CO (mg/m³), 90th of O3 (MDA8)
 * @param limits see compositeLimits @param weights see settingsOf(edition).compositeWeights
 * @param mode sumThenRound: one rounding at the end; roundEachThenSum: every C/S to 2 decimals first. Both are in print.
 */
export function compositeIndex(
  concentrations: Readonly<Partial<Record<SixPollutant, Numeric | null>>>,
  limits: Six<Numeric>,
  weights: Six<Numeric>,
  mode: CompositeMode,
): CompositeIndex {
  const parts = SIX_POLLUTANTS.map((pollutant) => {
    const c = concentrations[pollutant] ?? null;
    return { pollutant, ratio: c === null ? null : divide(exact(c), exact(limits[pollutant])) };
  });
  const there = parts.flatMap(({ pollutant, ratio }) => (ratio ? [{ pollutant, ratio }] : []));
  const missing = parts.filter(({ ratio }) => !ratio).map(({ pollutant }) => pollutant);
  const shown = mode === 'sumThenRound' ? SINGLE_INDEX_DECIMALS : COMPOSITE_DECIMALS;
  const summand = (ratio: Exact) => (mode === 'sumThenRound' ? ratio : exact(roundExact(ratio, COMPOSITE_DECIMALS)));
  const total = sum(there.map(({ pollutant, ratio }) => multiply(exact(weights[pollutant]), summand(ratio))));
  const top = largest(there.map(({ ratio }) => ratio));
  return {
    index: missing.length > 0 ? null : roundExact(total, COMPOSITE_DECIMALS),
    single: Object.fromEntries(
      parts.map(({ pollutant, ratio }) => [pollutant, ratio && roundExact(ratio, shown)]),
    ) as Six<string | null>,
    maxSingle: top && roundExact(top, COMPOSITE_DECIMALS),
    leading: there.filter(({ ratio }) => top && compare(ratio, top) === 0).map(({ pollutant }) => pollutant),
    missing,
    reason: missing.length > 0 ? 'missing-pollutant' : null,
  };
}

/** The limits that the composite index divides by: annual for SO2 NO2 PM10 PM2.5, the day's for CO, MDA8 for O3. */
export function compositeLimits(edition: Gb3095Edition, airClass: AirClass): Six<string> {
  return Object.fromEntries(
    SIX_POLLUTANTS.map((pollutant) => {
      const { composite, percentileLimit } = ANNUAL_STATISTICS[pollutant];
      const limit = limitIn(edition, pollutant, composite === 'annualMean' ? 'year' : percentileLimit, airClass);
      return [pollutant, limit?.value];
    }),
  ) as Six<string>;
}
