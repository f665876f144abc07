/**
 * Interpolation 插值: from sensors at points to a value, and its uncertainty, anywhere between them.
 *
 * Ordinary kriging weighs sensors by how alike places at that distance are (the variogram) and tells a variance with each
 * value; inverse distance weighting is the check. Everything about the places is factored once: from that one inverse
 * come predictions, and for every sensor at the same time what its neighbours alone would have predicted for it
 * (leave-one-out), also when some sensors are silent. Concentrations vary in proportion to the background, so that the
 * callers work on logarithms or on ratios to the background, never on raw µg/m³. The variogram is pooled over many
 * moments: one hour of two hundred sensors does not carry one.
 *
 * Places are metres on a plane around the district; values are binary floating point; NaN = none.
 */
export { type CovarianceModel, covariance, gammaOf, sillOf } from './covariance.ts';
export { inverseDistance } from './inverse-distance.ts';
export { type Kriging, type KrigingOptions, krigingOf, predict } from './kriging.ts';
export { LeaveOneOut } from './leave-one-out.ts';
export { distance, type Points, planeAround } from './points.ts';
export { VARIOGRAM_FIT } from './variogram.table.ts';
export { type FittedVariogram, fitVariogram, type VariogramOptions } from './variogram.ts';
