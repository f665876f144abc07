import { PLUME_DEFAULTS, type PlumeSettings, type Stability } from './briggs.table.ts';
import { sigmas } from './sigmas.ts';

/** Metres east and north of an origin, and above the ground. */
export type Place = { readonly east: number; readonly north: number; readonly height: number };
/** A source: where, and how many grams a second. */
export type Release = Place & { readonly gramsPerSecond: number };
export type Wind = {
  readonly metresPerSecond: number;
  /** where it blows from, ° clockwise from north */
  readonly fromDegrees: number;
  readonly stability: Stability;
};

export type Plume = {
  /** the direction means nothing: only the distance counts */
  readonly calm: boolean;
  /** µg/m³ at a place for 1 g/s at another; 0 upwind */
  readonly perGram: (source: Place, at: Place) => number;
  /** µg/m³ that a source adds at a place */
  readonly added: (source: Release, at: Place) => number;
};

const RADIANS = Math.PI / 180;
const MICROGRAMS = 1e6;
/** beyond so many standard deviations a plume is nothing */
const EDGE = 5;

/** The plume that a wind makes of any source (Gaussian with reflection at the ground, steady). */
export function plumeIn(wind: Wind, settings: PlumeSettings = PLUME_DEFAULTS): Plume {
  const { initialAcrossMetres, initialUpMetres, meanderDegrees, calmBelow } = settings;
  const calm = wind.metresPerSecond < calmBelow;
  const speed = Math.max(calmBelow, wind.metresPerSecond);
  // where it blows to
  const [alongEast, alongNorth] = [-Math.sin(wind.fromDegrees * RADIANS), -Math.cos(wind.fromDegrees * RADIANS)];
  const meander = Math.tan(meanderDegrees * RADIANS);

  function downwind(source: Place, at: Place): number {
    const [east, north] = [at.east - source.east, at.north - source.north];
    const x = east * alongEast + north * alongNorth;
    if (x <= 0) return 0;
    const y = east * alongNorth - north * alongEast;
    const own = sigmas(wind.stability, x);
    const across = Math.hypot(own.across, initialAcrossMetres, x * meander);
    if (Math.abs(y) > EDGE * across) return 0;
    const up = Math.hypot(own.up, initialUpMetres);
    return (
      (Math.exp(-((y / across) ** 2) / 2) * mirrored(source.height, at.height, up)) /
      (2 * Math.PI * speed * across * up)
    );
  }

  /** The same plume, spread over all directions. */
  function around(source: Place, at: Place): number {
    const distance = Math.hypot(at.east - source.east, at.north - source.north, initialAcrossMetres);
    const up = Math.hypot(sigmas(wind.stability, distance).up, initialUpMetres);
    return mirrored(source.height, at.height, up) / (Math.sqrt(2 * Math.PI) * speed * up * 2 * Math.PI * distance);
  }

  const perGram = (source: Place, at: Place) => MICROGRAMS * (calm ? around : downwind)(source, at);
  return { calm, perGram, added: (source, at) => source.gramsPerSecond * perGram(source, at) };
}

const mirrored = (source: number, at: number, up: number): number =>
  Math.exp(-(((at - source) / up) ** 2) / 2) + Math.exp(-(((at + source) / up) ** 2) / 2);
