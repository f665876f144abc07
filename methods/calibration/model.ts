import { demingLine, leastOf, leastSquares } from './line.ts';
import { HYGROSCOPIC_HUMIDITY, KNOTS, MODELS, type ModelId, NILSON_HUMIDITY, UPTAKE } from './models.table.ts';
import type { Coefficients, Sample } from './samples.ts';

type Limits = { readonly from: number; readonly to: number };
type Reading = Pick<Sample, 'sensor' | 'humidity'>;

/** What of a wet reading would be left dry. */
export function dry(sensor: number, humidity: number, uptake: number, { from, to }: Limits): number {
  const rh = Math.min(to, Math.max(from, humidity));
  return rh <= 0 ? sensor : sensor / (1 + uptake / (100 / rh - 1));
}

const over = (v: number, knot: number) => Math.max(0, v - knot);
const LIMITS: Partial<Record<ModelId, Limits>> = { nilson: NILSON_HUMIDITY, hygroscopic: HYGROSCOPIC_HUMIDITY };

/** Columns of the linear part of a model, the intercept left out. */
const COLUMNS: Record<ModelId, (uptake: number) => ((reading: Reading) => number)[]> = {
  linear: () => [({ sensor }) => sensor],
  deming: () => [({ sensor }) => sensor],
  humidity: () => [({ sensor }) => sensor, ({ humidity }) => humidity],
  nilson: (k) => [({ sensor, humidity }) => dry(sensor, humidity, k, NILSON_HUMIDITY)],
  hygroscopic: (k) => [({ sensor, humidity }) => dry(sensor, humidity, k, HYGROSCOPIC_HUMIDITY)],
  piecewise: () => [
    ({ sensor }) => sensor,
    ({ humidity }) => humidity,
    ...KNOTS.map(
      (knot) =>
        ({ sensor }: Reading) =>
          over(sensor, knot),
    ),
  ],
};

export type FitOptions = {
  /** Deming: error variance of the reference over that of the sensor */
  readonly errorRatio: number;
};

/** Coefficients of a model from samples; null when they do not determine it. */
export function fitCoefficients(
  id: ModelId,
  samples: readonly Sample[],
  { errorRatio }: FitOptions,
): Coefficients | null {
  const y = Float64Array.from(samples, ({ reference }) => reference);
  const solve = (uptake: number) => {
    const columns = COLUMNS[id](uptake).map((column) => Float64Array.from(samples, column));
    return id === 'deming' ? demingLine(columns[0]!, y, errorRatio) : leastSquares(columns, y);
  };
  const limits = LIMITS[id];
  const error = (uptake: number) => {
    const found = solve(uptake);
    if (!found) return Number.POSITIVE_INFINITY;
    return samples.reduce((sum, one) => {
      const predicted = found[0]! + found[1]! * dry(one.sensor, one.humidity, uptake, limits!);
      return sum + (one.reference - predicted) ** 2;
    }, 0);
  };
  const uptake = limits ? leastOf(error, UPTAKE.from, UPTAKE.to) : 0;
  const found = solve(uptake);
  if (!found) return null;
  const names: readonly string[] = MODELS[id].coefficients;
  return Object.fromEntries(names.map((name, i) => [name, found[i] ?? uptake]));
}

/** What the model makes of a reading; NaN when it needs a humidity that is not there. May be negative. */
export function modelValue(id: ModelId, coefficients: Coefficients, reading: Reading): number {
  const names: readonly string[] = MODELS[id].coefficients;
  const columns = COLUMNS[id](coefficients.k ?? 0);
  return columns.reduce((sum, column, i) => sum + coefficients[names[i + 1]!]! * column(reading), coefficients.a!);
}
