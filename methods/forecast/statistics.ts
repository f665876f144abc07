import { mean, pairsOf, type Series } from './pairs.ts';

/** Errors of a model M against observations O; the definitions and names of modStats (openair). */
export type ErrorStatistics = {
  readonly n: number;
  /** share of pairs with 0.5 ≤ M/O ≤ 2 */
  readonly fac2: number | null;
  /** mean bias, mean gross error (MAE), root mean square error: unit of the series */
  readonly mb: number | null;
  readonly mge: number | null;
  readonly rmse: number | null;
  /** bias and gross error over the sum of the observations; null when that is zero */
  readonly nmb: number | null;
  readonly nmge: number | null;
  /** Pearson; null where one side does not vary */
  readonly r: number | null;
  /** coefficient of efficiency 1 − Σ|M−O|/Σ|O−Ō|, and Willmott's refined index of agreement (2011); null where O does not vary */
  readonly coe: number | null;
  readonly ioa: number | null;
};

const NOTHING: ErrorStatistics = {
  n: 0,
  fac2: null,
  mb: null,
  mge: null,
  rmse: null,
  nmb: null,
  nmge: null,
  r: null,
  coe: null,
  ioa: null,
};
const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);
const over = (part: number, whole: number) => (whole === 0 ? null : part / whole);

function pearson(x: readonly number[], y: readonly number[]): number | null {
  const [meanX, meanY] = [mean(x), mean(y)];
  const xy = sum(x.map((one, i) => (one - meanX) * ((y[i] as number) - meanY)));
  const spread = (values: readonly number[], middle: number) => sum(values.map((one) => (one - middle) ** 2));
  return over(xy, Math.sqrt(spread(x, meanX) * spread(y, meanY)));
}

/** A ratio of a zero observation counts as outside, of two zeros not at all. */
function factorOfTwo(observed: readonly number[], modelled: readonly number[]): number | null {
  const ratios = modelled.map((m, i) => m / (observed[i] as number)).filter((ratio) => !Number.isNaN(ratio));
  return over(ratios.filter((ratio) => ratio >= 0.5 && ratio <= 2).length, ratios.length);
}

/** Willmott, Robeson, Matsuura 2011: 1 − L/R while L ≤ R, else R/L − 1; R is twice the spread of the observations. */
function agreement(errors: number, spread: number): number | null {
  const twice = 2 * spread;
  if (twice === 0) return null;
  return errors <= twice ? 1 - errors / twice : twice / errors - 1;
}

/** All error statistics over the pairs of which both sides are there. */
export function errorStatistics(observedSeries: Series, modelledSeries: Series): ErrorStatistics {
  const { observed, modelled } = pairsOf(observedSeries, modelledSeries);
  const n = observed.length;
  if (n === 0) return NOTHING;
  const errors = modelled.map((m, i) => m - (observed[i] as number));
  const middle = mean(observed);
  const [bias, gross] = [sum(errors), sum(errors.map(Math.abs))];
  const spread = sum(observed.map((o) => Math.abs(o - middle)));
  const efficiency = over(gross, spread);
  return {
    n,
    fac2: factorOfTwo(observed, modelled),
    mb: bias / n,
    mge: gross / n,
    rmse: Math.sqrt(sum(errors.map((e) => e * e)) / n),
    nmb: over(bias, sum(observed)),
    nmge: over(gross, sum(observed)),
    r: pearson(observed, modelled),
    coe: efficiency === null ? null : 1 - efficiency,
    ioa: agreement(gross, spread),
  };
}
