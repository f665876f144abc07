import { type HeldOut, heldOutError } from './held-out.ts';
import { type FitOptions, fitCoefficients, modelValue } from './model.ts';
import { LADDER, LEAST, MODELS, type ModelId } from './models.table.ts';
import type { Coefficients, Sample } from './samples.ts';

type Range = { readonly from: number; readonly to: number };
export type Calibration = {
  readonly model: ModelId;
  readonly coefficients: Coefficients;
  /** what it was trained on: outside, it warns */
  readonly range: { readonly sensor: Range; readonly reference: Range; readonly humidity: Range | null };
  readonly samples: number;
  readonly weeks: number;
  readonly sites: number;
  /** whole weeks held out, and whole sites where there are several */
  readonly heldOut: readonly HeldOut[];
};
export type CalibrationChoice =
  | { readonly chosen: Calibration; readonly ladder: readonly Calibration[]; readonly reason: null }
  | {
      readonly chosen: null;
      readonly ladder: readonly [];
      readonly reason: 'too-few-samples' | 'too-few-weeks' | 'no-variation';
    };

export type CalibrationOptions = FitOptions & { readonly models: readonly ModelId[] };
const OPTIONS: CalibrationOptions = { errorRatio: 1, models: LADDER };

/** the error that counts: the worst way of holding out */
const worst = ({ heldOut }: Calibration) => heldOut.reduce((a, b) => (b.rmse > a.rmse ? b : a));

/**
 * Fits the ladder and chooses by the error on weeks and sites that were left out, never by the fit on its own data: the
 * simplest model whose error is within one standard error of the least.
 * @param samples hours; those with a missing side, or without humidity for models that need it, do not count
 */
export function calibrate(samples: readonly Sample[], options: Partial<CalibrationOptions> = {}): CalibrationChoice {
  const all = { ...OPTIONS, ...options };
  const there = samples.filter(({ sensor, reference }) => Number.isFinite(sensor) && Number.isFinite(reference));
  const none = (reason: 'too-few-samples' | 'too-few-weeks' | 'no-variation') =>
    ({ chosen: null, ladder: [], reason }) as const;
  if (there.length < LEAST.samples.value) return none('too-few-samples');
  if (new Set(there.map(({ week }) => week)).size < LEAST.weeks.value) return none('too-few-weeks');
  if (there.every(({ sensor }) => sensor === there[0]!.sensor)) return none('no-variation');
  // models are compared on the same hours: when some need humidity, those that have it
  const humid = there.filter(({ humidity }) => Number.isFinite(humidity));
  const enough =
    humid.length >= LEAST.samples.value && new Set(humid.map(({ week }) => week)).size >= LEAST.weeks.value;
  const used = enough && all.models.some((id) => MODELS[id].needsHumidity) ? humid : there;
  const ladder = LADDER.filter(
    (id) => all.models.includes(id) && (used === humid || !MODELS[id].needsHumidity),
  ).flatMap((id) => fitOne(id, used, all) ?? []);
  const [first, ...rest] = ladder;
  if (!first) return none('no-variation');
  const best = rest.reduce((a, b) => (worst(b).rmse < worst(a).rmse ? b : a), first);
  const limit = worst(best).rmse + worst(best).rmseError;
  return { chosen: ladder.find((one) => worst(one).rmse <= limit) ?? best, ladder, reason: null };
}

function fitOne(model: ModelId, samples: readonly Sample[], options: FitOptions): Calibration | null {
  const coefficients = fitCoefficients(model, samples, options);
  const heldOut = (['week', 'site'] as const).flatMap((by) => heldOutError(model, samples, by, options) ?? []);
  if (!coefficients || heldOut.length === 0) return null;
  const range = (of: (one: Sample) => number): Range => {
    const values = samples.map(of);
    return { from: values.reduce((a, b) => Math.min(a, b)), to: values.reduce((a, b) => Math.max(a, b)) };
  };
  return {
    model,
    coefficients,
    range: {
      sensor: range(({ sensor }) => sensor),
      reference: range(({ reference }) => reference),
      humidity: MODELS[model].needsHumidity ? range(({ humidity }) => humidity) : null,
    },
    samples: samples.length,
    weeks: new Set(samples.map(({ week }) => week)).size,
    sites: new Set(samples.map(({ site }) => site)).size,
    heldOut,
  };
}

export type CalibrationWarning = 'sensor-outside-training' | 'humidity-outside-training' | 'humidity-missing';
export type Calibrated = { readonly value: number; readonly warnings: readonly CalibrationWarning[] };

/** A reading made right. Negative results become 0; NaN when the model needs a humidity that is not there. */
export function applyCalibration(
  { model, coefficients, range }: Pick<Calibration, 'model' | 'coefficients' | 'range'>,
  sensor: number,
  humidity = Number.NaN,
): Calibrated {
  if (MODELS[model].needsHumidity && Number.isNaN(humidity))
    return { value: Number.NaN, warnings: ['humidity-missing'] };
  const warnings: CalibrationWarning[] = [];
  if (sensor < range.sensor.from || sensor > range.sensor.to) warnings.push('sensor-outside-training');
  if (range.humidity && (humidity < range.humidity.from || humidity > range.humidity.to))
    warnings.push('humidity-outside-training');
  const value = modelValue(model, coefficients, { sensor, humidity });
  return { value: Number.isNaN(value) ? value : Math.max(0, value), warnings };
}
