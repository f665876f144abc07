import { type CovarianceModel, FADING } from './covariance.ts';
import { distance, type Points } from './points.ts';
import { VARIOGRAM_FIT as ROWS } from './variogram.table.ts';

export type VariogramOptions = {
  readonly kind: CovarianceModel['kind'];
  /** variance of the sensors' own noise in the unit of the fields, squared: the nugget is never below */
  readonly noiseVariance: number;
};
export type Lag = { readonly metres: number; readonly semivariance: number; readonly pairs: number };
export type FittedVariogram = {
  readonly model: CovarianceModel;
  readonly lags: readonly Lag[];
  /** null when fitted; why the fall-back stands otherwise */
  readonly fallback: 'too-few-pairs' | 'no-structure' | null;
};

const OPTIONS: VariogramOptions = { kind: 'exponential', noiseVariance: 0 };
/** steps of the search over the range, on a logarithmic scale (2.3 % a step between 400 and 4,000 m) */
const RANGE_STEPS = 100;

/**
 * One variogram for many moments: semivariances are pooled over the fields and fitted by least squares weighted with
 * N_h/h² (gstat's fit.method 7). For each range the best nugget and sill follow in closed form; bounds hold exactly.
 * @param fields standardised fields, each one value per place; NaN = silent
 */
export function fitVariogram(
  points: Points,
  fields: readonly ArrayLike<number>[],
  options: Partial<VariogramOptions> = {},
): FittedVariogram {
  const { kind, noiseVariance } = { ...OPTIONS, ...options };
  const lags = lagsOf(points, fields);
  const sill = pooledVariance(fields);
  const pairs = lags.reduce((sum, lag) => sum + lag.pairs, 0);
  const leastNugget = Math.max(noiseVariance, ROWS.leastNuggetShare.value * sill);
  const nugget = Math.max(noiseVariance, ROWS.fallbackNuggetShare.value * sill);
  const fallback = {
    kind: 'exponential' as const,
    nugget,
    partialSill: Math.max(0, sill - nugget),
    range: ROWS.fallbackRange.value,
  };
  if (pairs < ROWS.leastPairs.value || lags.length < 3) return { model: fallback, lags, fallback: 'too-few-pairs' };
  let best: { model: CovarianceModel; error: number } | null = null;
  for (let step = 0; step <= RANGE_STEPS; step += 1) {
    const range = ROWS.rangeFrom.value * (ROWS.rangeTo.value / ROWS.rangeFrom.value) ** (step / RANGE_STEPS);
    const fit = fitAtRange(lags, kind, range, leastNugget);
    if (fit && (!best || fit.error < best.error)) best = fit;
  }
  return best ? { model: best.model, lags, fallback: null } : { model: fallback, lags, fallback: 'no-structure' };
}

function fitAtRange(lags: readonly Lag[], kind: CovarianceModel['kind'], range: number, leastNugget: number) {
  let [w, f, ff, g, fg] = [0, 0, 0, 0, 0];
  for (const { metres, semivariance, pairs } of lags) {
    const weight = pairs / metres ** 2;
    const rise = 1 - FADING[kind](metres / range);
    w += weight;
    f += weight * rise;
    ff += weight * rise * rise;
    g += weight * semivariance;
    fg += weight * rise * semivariance;
  }
  const free = (w * fg - f * g) / (w * ff - f * f);
  const nugget = Math.max(leastNugget, (g - free * f) / w);
  const partialSill = nugget > leastNugget ? free : (fg - nugget * f) / ff;
  if (!(partialSill > 0)) return null;
  const error = lags.reduce(
    (sum, { metres, semivariance, pairs }) =>
      sum + (pairs / metres ** 2) * (semivariance - nugget - partialSill * (1 - FADING[kind](metres / range))) ** 2,
    0,
  );
  return { model: { kind, nugget, partialSill, range }, error };
}

function lagsOf(points: Points, fields: readonly ArrayLike<number>[]): Lag[] {
  const n = points.x.length;
  const span = (all: ArrayLike<number>) => Math.max(...Array.from(all)) - Math.min(...Array.from(all));
  const diagonal = n > 0 ? Math.hypot(span(points.x), span(points.y)) : 0;
  const cutoff = Math.max(ROWS.leastCutoff.value, diagonal * ROWS.cutoffOfDiagonal.value);
  const width = cutoff / ROWS.lags.value;
  const sums = Array.from({ length: ROWS.lags.value }, () => ({ metres: 0, square: 0, pairs: 0 }));
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < i; j += 1) {
      const metres = distance(points, i, points, j);
      const bin = sums[Math.floor(metres / width)];
      if (!bin || metres === 0) continue;
      for (const field of fields) {
        const difference = field[i]! - field[j]!;
        if (Number.isNaN(difference)) continue;
        bin.metres += metres;
        bin.square += difference * difference;
        bin.pairs += 1;
      }
    }
  return sums
    .filter(({ pairs }) => pairs > 0)
    .map(({ metres, square, pairs }) => ({ metres: metres / pairs, semivariance: square / (2 * pairs), pairs }));
}

/** variance around each field's own mean, pooled; 1 when nothing varies */
function pooledVariance(fields: readonly ArrayLike<number>[]): number {
  let [square, free] = [0, 0];
  for (const field of fields) {
    const there = Array.from(field).filter((v) => !Number.isNaN(v));
    const mean = there.reduce((sum, v) => sum + v, 0) / there.length;
    for (const v of there) square += (v - mean) ** 2;
    free += Math.max(0, there.length - 1);
  }
  return free > 0 && square > 0 ? square / free : 1;
}
