import { BRIGGS_URBAN, PLUME_DEFAULTS, type PlumeSettings, type Stability } from './briggs.table.ts';
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

  // no plume is wider than this share of its way: what lies outside need not be reckoned
  const widest = BRIGGS_URBAN[wind.stability].across.a + meander;

  function downwind(source: Place, at: Place): number {
    const [east, north] = [at.east - source.east, at.north - source.north];
    const x = east * alongEast + north * alongNorth;
    if (x <= 0) return 0;
    const y = Math.abs(east * alongNorth - north * alongEast);
    if (y > EDGE * (widest * x + initialAcrossMetres)) return 0;
    const own = sigmas(wind.stability, x);
    const across = root(own.across, initialAcrossMetres, x * meander);
    if (y > EDGE * across) return 0;
    const up = root(own.up, initialUpMetres);
    const share = y / across;
    return (
      (Math.exp((-share * share) / 2) * mirrored(source.height, at.height, up)) / (2 * Math.PI * speed * across * up)
    );
  }

  /** The same plume, spread over all directions. */
  function around(source: Place, at: Place): number {
    const distance = root(at.east - source.east, at.north - source.north, initialAcrossMetres);
    const up = root(sigmas(wind.stability, distance).up, initialUpMetres);
    return mirrored(source.height, at.height, up) / (Math.sqrt(2 * Math.PI) * speed * up * 2 * Math.PI * distance);
  }

  const perGram = (source: Place, at: Place) => MICROGRAMS * (calm ? around : downwind)(source, at);
  return { calm, perGram, added: (source, at) => source.gramsPerSecond * perGram(source, at) };
}

/** Math.hypot takes ten times as long */
const root = (a: number, b: number, c = 0): number => Math.sqrt(a * a + b * b + c * c);

function mirrored(source: number, at: number, up: number): number {
  const [direct, image] = [(at - source) / up, (at + source) / up];
  return Math.exp((-direct * direct) / 2) + Math.exp((-image * image) / 2);
}
