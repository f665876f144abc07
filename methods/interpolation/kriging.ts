import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { type CovarianceModel, covariance, sillOf } from './covariance.ts';
import { distance, type Points } from './points.ts';

export type KrigingOptions = {
  /** two sensors nearer than this (m) count as one place */
  readonly duplicateMetres: number;
  /** share of the sill that is added to the variance of such a pair, so that the matrix can be factored without a nugget */
  readonly jitter: number;
};
const OPTIONS: KrigingOptions = { duplicateMetres: 20, jitter: 1e-6 };

/** Everything about the places that does not depend on the values. */
export type Kriging = {
  readonly n: number;
  readonly points: Points;
  readonly model: CovarianceModel;
  /** inverse of the covariance matrix K, n × n, row by row */
  readonly inverse: Float64Array;
  /** upper left block of the inverse of the ordinary-kriging matrix [[K, 1], [1ᵀ, 0]], n × n */
  readonly ordinary: Float64Array;
  /** K⁻¹1 and 1ᵀK⁻¹1 */
  readonly weightOfMean: Float64Array;
  readonly sumOfWeights: number;
};

/**
 * Factors the places once (Cholesky, n³/3). A RangeError when there is no sensor, or when sensors share a place and neither
 * nugget nor jitter tells them apart.
 */
export function krigingOf(points: Points, model: CovarianceModel, options: Partial<KrigingOptions> = {}): Kriging {
  const { duplicateMetres, jitter } = { ...OPTIONS, ...options };
  const n = points.x.length;
  if (n === 0) throw new RangeError('kriging needs a sensor');
  const sill = sillOf(model);
  const k = Matrix.zeros(n, n);
  const doubled = new Uint8Array(n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < i; j += 1) {
      const metres = distance(points, i, points, j);
      if (metres < duplicateMetres) doubled.fill(1, i, i + 1).fill(1, j, j + 1);
      const c = covariance(model, metres);
      k.set(i, j, c);
      k.set(j, i, c);
    }
  for (let i = 0; i < n; i += 1) k.set(i, i, sill * (1 + jitter * doubled[i]!));
  const factor = new CholeskyDecomposition(k);
  if (!factor.isPositiveDefinite()) throw new RangeError('sensors share a place: give a nugget or a jitter');
  const inverse = Float64Array.from(factor.solve(Matrix.eye(n)).to1DArray());
  const weightOfMean = new Float64Array(n);
  for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) weightOfMean[i]! += inverse[i * n + j]!;
  const sumOfWeights = weightOfMean.reduce((sum, w) => sum + w, 0);
  const ordinary = Float64Array.from(inverse);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) ordinary[i * n + j]! -= (weightOfMean[i]! * weightOfMean[j]!) / sumOfWeights;
  return { n, points, model, inverse, ordinary, weightOfMean, sumOfWeights };
}

/**
 * Ordinary kriging at other places.
 * @param values of the sensors, all there
 * @returns value, and variance of one more sensor at that place (the nugget included); n² for each place
 */
export function predict(kriging: Kriging, values: ArrayLike<number>, at: Points) {
  const { n, inverse, points, model, weightOfMean, sumOfWeights } = kriging;
  if (values.length !== n) throw new RangeError(`${n} sensors, ${values.length} values`);
  const m = at.x.length;
  const [value, variance] = [new Float64Array(m), new Float64Array(m)];
  const [k, solved] = [new Float64Array(n), new Float64Array(n)];
  for (let p = 0; p < m; p += 1) {
    for (let i = 0; i < n; i += 1) k[i] = covariance(model, distance(points, i, at, p));
    let [kWeight, kSolved] = [0, 0];
    for (let i = 0; i < n; i += 1) {
      let sum = 0;
      for (let j = 0; j < n; j += 1) sum += inverse[i * n + j]! * k[j]!;
      solved[i] = sum;
      kWeight += weightOfMean[i]! * k[i]!;
      kSolved += sum * k[i]!;
    }
    const missing = (1 - kWeight) / sumOfWeights;
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += (solved[i]! + missing * weightOfMean[i]!) * values[i]!;
    value[p] = sum;
    variance[p] = Math.max(0, sillOf(model) - kSolved + (1 - kWeight) * missing);
  }
  return { value, variance };
}
