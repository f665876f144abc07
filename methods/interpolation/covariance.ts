/** How alike two places are. `range` is the parameter a of the formula, not the "practical range" (3a for exponential). */
export type CovarianceModel = {
  readonly kind: 'exponential' | 'spherical';
  /** variance of what two sensors at one place do not share; unit of the values, squared */
  readonly nugget: number;
  /** variance that fades with distance; unit of the values, squared */
  readonly partialSill: number;
  /** m */
  readonly range: number;
};

/** The share of the partial sill that is left at a distance of r ranges. */
export const FADING: Record<CovarianceModel['kind'], (r: number) => number> = {
  exponential: (r) => Math.exp(-r),
  spherical: (r) => (r < 1 ? 1 - 1.5 * r + 0.5 * r ** 3 : 0),
};

export const sillOf = (model: CovarianceModel): number => model.nugget + model.partialSill;

/** Covariance of two different sensors at a distance (m); the same sensor has the whole sill. */
export const covariance = (model: CovarianceModel, metres: number): number =>
  model.partialSill * FADING[model.kind](metres / model.range);

/** Semivariance of two different sensors at a distance (m). */
export const gammaOf = (model: CovarianceModel, metres: number): number => sillOf(model) - covariance(model, metres);
