import { commonPositions, mean, pairsOf, present, type Series } from './pairs.ts';

/** Pinball loss of a quantile forecast: τ·(o − q) where o is above, (1 − τ)·(q − o) where it is below; null of no pair. */
export function pinballLoss(observedSeries: Series, quantile: Series, tau: number): number | null {
  if (!(tau > 0 && tau < 1)) throw new RangeError(`a quantile lies between 0 and 1: ${tau}`);
  const { observed, modelled } = pairsOf(observedSeries, quantile);
  if (observed.length === 0) return null;
  return mean(
    observed.map((o, i) => Math.max(tau * (o - (modelled[i] as number)), (tau - 1) * (o - (modelled[i] as number)))),
  );
}

/**
 * Continuous ranked probability score of samples (an ensemble, analogues): E|X − o| − ½·E|X − X′|, mean over the days;
 * unit of the series; of one sample it is the absolute error. Null of no day.
 */
export function sampleCrps(observed: Series, samples: readonly (readonly number[])[]): number | null {
  if (samples.length !== observed.length) throw new RangeError('series must be equally long');
  const scores = samples.flatMap((members, i) => {
    const o = observed[i];
    if (!present(o) || members.length === 0 || !members.every(present)) return [];
    const sorted = [...members].sort((a, b) => a - b);
    const n = sorted.length;
    const apart = sorted.reduce((sum, x, rank) => sum + x * (2 * (rank + 1) - n - 1), 0) / (n * n);
    return [mean(sorted.map((x) => Math.abs(x - o))) - apart];
  });
  return scores.length ? mean(scores) : null;
}

export type Intervals = {
  readonly n: number;
  /** share of days inside, ends included; null of no day */
  readonly coverage: number | null;
  /** whether the share is near enough to what the interval promises */
  readonly honest: boolean | null;
  readonly meanWidth: number | null;
};

/** An 80 % interval is to hold 75 to 85 % of the days: five points either way. */
const TOLERANCE = 0.05;
const SLACK = 1e-9;

/** Whether an interval holds what it promises, e.g. 0.8 of the days. */
export function intervalCoverage(observed: Series, lower: Series, upper: Series, promised: number): Intervals {
  const positions = commonPositions(observed, lower, upper);
  const n = positions.length;
  if (n === 0) return { n, coverage: null, honest: null, meanWidth: null };
  const at = (series: Series, i: number) => series[i] as number;
  const inside = positions.filter((i) => at(observed, i) >= at(lower, i) && at(observed, i) <= at(upper, i)).length;
  const coverage = inside / n;
  return {
    n,
    coverage,
    honest: Math.abs(coverage - promised) <= TOLERANCE + SLACK,
    meanWidth: mean(positions.map((i) => at(upper, i) - at(lower, i))),
  };
}
