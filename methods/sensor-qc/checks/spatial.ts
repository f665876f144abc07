import { fitVariogram, krigingOf, LeaveOneOut } from '#methods/interpolation';
import type { Told } from '../checks.table.ts';
import type { Channel, Context } from '../context.ts';
import { runsOf } from '../runs.ts';
import { median, robustSpread } from '../statistics.ts';

/** clipped at so many spreads before the variogram is fitted, so that one plume does not become the model */
const CLIP = 3;

/**
 * Every sensor against what all others predict for its place and hour, in units of the uncertainty of that prediction.
 * The strongest outlier of an hour is taken out before the others are judged, because its neighbours would look wrong
 * beside it. Low is suspect, and a fault when it lasts; high is a local peak and keeps nothing out.
 */
export function* spatial(context: Context, told: Told<'spatial'>): Generator<void> {
  const codes = new Set(context.channels(({ quantity }) => quantity.floor !== null).map(({ code }) => code));
  for (const code of codes) {
    const channels = context.channels((one) => one.code === code);
    if (channels.length >= told.leastSensors) yield* judge(context, told, channels);
  }
}

type Found = { readonly z: Float32Array; readonly ratio: Float32Array };

function* judge(context: Context, told: Told<'spatial'>, channels: readonly Channel[]): Generator<void> {
  const { fields, spreads } = standardised(context, told, channels);
  const points = { x: channels.map(({ series }) => series.x), y: channels.map(({ series }) => series.y) };
  const clipped = fields.map((field) => field.map((v) => Math.max(-CLIP, Math.min(CLIP, v))));
  const { model } = fitVariogram(points, clipped, { noiseVariance: told.noise });
  yield;
  const loo = new LeaveOneOut(krigingOf(points, model));
  yield;
  const scale = calibration(loo, fields);
  yield;
  const found: Found[] = channels.map(() => ({
    z: new Float32Array(context.hours),
    ratio: new Float32Array(context.hours),
  }));
  for (const [h, field] of fields.entries()) {
    yield;
    const there = field.reduce((n, v) => n + (Number.isNaN(v) ? 0 : 1), 0);
    if (there < told.leastSensors) continue;
    loo.take(field);
    for (let removed = 0; removed < there * told.mostRemoved; removed += 1) {
      const worst = worstOf(loo, scale);
      const z = worst < 0 ? 0 : loo.residual[worst]! / (scale * Math.sqrt(loo.variance[worst]!));
      if (Math.abs(z) <= told.z) break;
      found[worst]!.z[h] = z;
      found[worst]!.ratio[h] = Math.exp(loo.residual[worst]! * spreads[h]!);
      loo.without(worst);
    }
  }
  channels.forEach((channel, i) => {
    speak(context, told, channel, found[i]!);
  });
}

function speak(context: Context, told: Told<'spatial'>, channel: Channel, { z, ratio }: Found): void {
  const low = (h: number) => z[h]! < 0 && ratio[h]! < 1 / told.leastRatio;
  const high = (h: number) => z[h]! > 0 && ratio[h]! > told.leastRatio;
  const evidence = (h: number) => ({ z: round(z[h]!), ratio: round(ratio[h]!) });
  const steps = (run: { from: number; until: number }) =>
    [run.from * context.perHour, run.until * context.perHour] as const;
  for (const run of runsOf(context.hours, high))
    context.notice(told, channel, ...steps(run), 'local-peak', evidence(run.from));
  if (channel.quantity.lowIsReal) return;
  for (const run of runsOf(context.hours, low, { mostGap: 1 }))
    context.mark(
      told,
      channel,
      ...steps(run),
      run.until - run.from >= told.faultHours ? 'invalid' : 'suspect',
      evidence(run.from),
    );
}

const round = (v: number) => Math.round(v * 100) / 100;

/** one field per hour: logarithms around the hour's median in the hour's spread, the usual ratio of each site taken off */
function standardised(context: Context, told: Told<'spatial'>, channels: readonly Channel[]) {
  const hourly = channels.map((channel) => context.hourly(channel));
  const spreads = new Float64Array(context.hours);
  const fields = Array.from({ length: context.hours }, (_, h) => {
    const field = Float64Array.from(channels, ({ series, code, quantity }, i) => {
      const v = hourly[i]![h]!;
      return Math.log(Math.max(0, v) + quantity.floor!) - (series.usual?.[code] ?? 0);
    });
    const centre = median(field);
    const spread = Math.max(told.leastSpread, robustSpread(field, centre));
    spreads[h] = spread;
    return field.map((v) => (v - centre) / spread);
  });
  return { fields, spreads };
}

/** Spread of all z before anything is taken out: 1 when the model tells its own uncertainty rightly. */
function calibration(loo: LeaveOneOut, fields: readonly Float64Array[]): number {
  const all: number[] = [];
  for (const field of fields) {
    loo.take(field);
    loo.residual.forEach((e, i) => {
      const z = e / Math.sqrt(loo.variance[i]!);
      if (!Number.isNaN(z)) all.push(z);
    });
  }
  return all.length > 0 ? Math.max(0.5, robustSpread(all)) : 1;
}

function worstOf(loo: LeaveOneOut, scale: number): number {
  let [worst, most] = [-1, 0];
  for (let i = 0; i < loo.residual.length; i += 1) {
    const z = Math.abs(loo.residual[i]!) / (scale * Math.sqrt(loo.variance[i]!));
    if (z > most) [worst, most] = [i, z];
  }
  return worst;
}
