import type { Network, SensorSeries } from '#methods/sensor-qc';
import { Chance } from './chance.ts';
import { backgroundOf, PER_HOUR, type Site, STEP_MINUTES, Weave } from './field.ts';
import { type Plumes, plumesOf } from './plumes.ts';

const DAYS = 7;
export const STEPS = DAYS * 24 * PER_HOUR;
/** 2025-11-03 00:00 in Beijing */
const FROM = Date.UTC(2025, 10, 2, 16);

export type Simulated = {
  readonly network: Network;
  readonly sites: readonly Site[];
  readonly plumes: Plumes;
  /** per sensor and step: the air there is a local peak (50 % and 15 µg/m³ above what it would be without the source) */
  readonly peaks: readonly Uint8Array[];
};

/**
 * A week of a network without faults. What belongs to the place (site contrasts) follows from `siteSeed`, what belongs to
 * the week (weather, plumes, noise) from `weekSeed`, so that one network can be seen in two weeks.
 */
export function simulate(sites: readonly Site[], siteSeed: number, weekSeed: number): Simulated {
  const points = { x: sites.map(({ x }) => x), y: sites.map(({ y }) => y) };
  const fixed = new Chance(siteSeed);
  const contrast = new Weave(points, 1500, 0, fixed).next();
  const own = sites.map(({ place }, i) => 0.08 * contrast[i]! + 0.06 * fixed.normal() + (place === 'road' ? 0.08 : 0));
  const chance = new Chance(weekSeed);
  const { fine, coarseRatio } = backgroundOf(STEPS, chance);
  const [moving, coarseMoving] = [new Weave(points, 1200, 3, chance), new Weave(points, 900, 2, chance)];
  const plumes = plumesOf(sites, STEPS, weekSeed + 7);
  const peaks = sites.map(() => new Uint8Array(STEPS));
  const series = sites.map((site): SensorSeries & { values: Record<string, Float64Array> } => ({
    id: site.id,
    x: site.x,
    y: site.y,
    place: site.place,
    values: Object.fromEntries([...site.fractions, 'RH', 'TEMP'].map((code) => [code, new Float64Array(STEPS)])),
    second: site.twoLasers ? { PM25: new Float64Array(STEPS) } : {},
    transport: Object.fromEntries(site.fractions.map((code) => [code, new Uint8Array(STEPS)])),
  }));
  const humidity = 55 + 15 * chance.normal();
  for (let t = 0; t < STEPS; t += 1) {
    const [space, coarseSpace] = [moving.next(), coarseMoving.next()];
    const hour = (t / PER_HOUR) % 24;
    const damp = Math.min(95, Math.max(15, humidity - 14 * Math.cos(((hour - 5) / 24) * 2 * Math.PI) * -1));
    sites.forEach((_, i) => {
      const [extra, extraCoarse] = [plumes.added[i]![t]!, plumes.coarse[i]![t]!];
      const base = fine[t]! * Math.exp(0.12 * space[i]! + own[i]!);
      const baseCoarse = fine[t]! * coarseRatio[t]! * Math.exp(0.2 * coarseSpace[i]! + own[i]!);
      const truth: Record<string, readonly [number, number]> = {
        PM25: [base, extra],
        PM10: [base + 0.6 * baseCoarse, extra + 0.7 * extraCoarse],
        TSP: [base + 1.2 * baseCoarse, extra + 1.3 * extraCoarse],
      };
      const { values, second } = series[i]!;
      const lost = chance.next() < 0.02;
      const sense = (v: number) => Math.max(0, Math.round(v * (1 + 0.03 * chance.normal()) + 1.2 * chance.normal()));
      for (const code of sites[i]!.fractions) {
        const [background, plume] = truth[code]!;
        if (plume > Math.max(15, 0.5 * background)) peaks[i]![t] = 1;
        values[code]![t] = lost ? Number.NaN : sense(background + plume);
      }
      if (second?.PM25) second.PM25[t] = lost ? Number.NaN : sense((base + extra) * 1.04);
      values.RH![t] = lost
        ? Number.NaN
        : Math.min(100, Math.max(5, Math.round(damp + 3 * space[i]! + chance.normal())));
      values.TEMP![t] = lost
        ? Number.NaN
        : Math.round(10 * (6 + 5 * Math.cos(((hour - 15) / 12) * Math.PI) + 0.3 * chance.normal())) / 10;
    });
  }
  return { network: { from: FROM, stepMinutes: STEP_MINUTES, steps: STEPS, sensors: series }, sites, plumes, peaks };
}
