import { type FitOptions, fitCoefficients, modelValue } from './model.ts';
import type { ModelId } from './models.table.ts';
import type { Sample } from './samples.ts';

/** Errors on data that the fit had not seen; unit of the samples. */
export type HeldOut = {
  readonly by: 'week' | 'site';
  readonly groups: number;
  readonly samples: number;
  readonly rmse: number;
  readonly bias: number;
  /** share of the variance of the reference that is explained; negative when the mean would have been better */
  readonly r2: number;
  /** standard error of the rmse, from its spread among the groups */
  readonly rmseError: number;
};

/** Holds out every week (or site) whole, fits on the others, and predicts it. Null when a fit fails or there is one group. */
export function heldOutError(
  id: ModelId,
  samples: readonly Sample[],
  by: 'week' | 'site',
  options: FitOptions,
): HeldOut | null {
  const groups = [...new Set(samples.map((one) => one[by]))];
  if (groups.length < 2) return null;
  let [square, sum] = [0, 0];
  const meanSquares: number[] = [];
  for (const group of groups) {
    const coefficients = fitCoefficients(
      id,
      samples.filter((one) => one[by] !== group),
      options,
    );
    if (!coefficients) return null;
    const errors = samples
      .filter((one) => one[by] === group)
      .map((one) => Math.max(0, modelValue(id, coefficients, one)) - one.reference);
    const own = errors.reduce((total, e) => total + e * e, 0);
    square += own;
    sum += errors.reduce((total, e) => total + e, 0);
    meanSquares.push(own / errors.length);
  }
  const n = samples.length;
  const mean = samples.reduce((total, { reference }) => total + reference, 0) / n;
  const variance = samples.reduce((total, { reference }) => total + (reference - mean) ** 2, 0);
  const rmse = Math.sqrt(square / n);
  const middle = meanSquares.reduce((total, v) => total + v, 0) / groups.length;
  const spread = Math.sqrt(meanSquares.reduce((total, v) => total + (v - middle) ** 2, 0) / (groups.length - 1));
  return {
    by,
    groups: groups.length,
    samples: n,
    rmse,
    bias: sum / n,
    r2: variance > 0 ? 1 - square / variance : Number.NaN,
    rmseError: rmse > 0 ? spread / Math.sqrt(groups.length) / (2 * rmse) : 0,
  };
}
