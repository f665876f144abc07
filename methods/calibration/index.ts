/**
 * Calibration 校准: how a cheap sensor's reading becomes a figure that can stand beside a reference.
 *
 * A ladder of models, simple first: a line (least squares, Deming), a line with humidity, water uptake of the aerosol
 * (κ-Köhler, and Nilson's form with limited humidity), a line that bends. Published coefficients are for other sensors and
 * other air: the form is shipped, the numbers are fitted on hours beside a reference, and the choice is made by the error on
 * whole weeks and whole sites that were held out, never by how well a model fits its own data. The result tells its range of
 * training; outside of it a value carries a warning. TSP from light scattering in sand-dust needs a calibration of its own.
 */
export {
  applyCalibration,
  type Calibrated,
  type Calibration,
  type CalibrationChoice,
  type CalibrationOptions,
  type CalibrationWarning,
  calibrate,
} from './calibrate.ts';
export type { HeldOut } from './held-out.ts';
export { LADDER, LEAST, MODELS, type ModelId, type ModelRow } from './models.table.ts';
export { usWideCorrection } from './published.ts';
export type { Coefficients, Sample } from './samples.ts';
