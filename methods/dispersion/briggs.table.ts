/** Pasquill's classes: A very unstable … D neutral … F stable. */
export type Stability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** σ = a·x·(1 + b·x)^power, x and σ in metres. */
export type Curve = { readonly a: number; readonly b: number; readonly power: -0.5 | 0.5 };
type SigmaRow = { readonly across: Curve; readonly up: Curve };

const across = (a: number): Curve => ({ a, b: 0.0004, power: -0.5 });
const UNSTABLE: SigmaRow = { across: across(0.32), up: { a: 0.24, b: 0.001, power: 0.5 } };
const STABLE: SigmaRow = { across: across(0.11), up: { a: 0.08, b: 0.0015, power: -0.5 } };

/**
 * Briggs' interpolation formulas for urban sites, for 100 m to 10 km: G. A. Briggs, Diffusion estimation for small
 * emissions, ATDL contribution 79, NOAA 1973 (doi 10.2172/5118833); as in Gifford 1976 table 6. A and B share a row, E and F too.
 */
export const BRIGGS_URBAN = {
  A: UNSTABLE,
  B: UNSTABLE,
  C: { across: across(0.22), up: { a: 0.2, b: 0, power: 0.5 } },
  D: { across: across(0.16), up: { a: 0.14, b: 0.0003, power: -0.5 } },
  E: STABLE,
  F: STABLE,
} as const satisfies Record<Stability, SigmaRow>;

/** What a district may set otherwise. */
export type PlumeSettings = {
  /** standard deviation across and upwards that buildings give a plume at its source, m */
  readonly initialAcrossMetres: number;
  readonly initialUpMetres: number;
  /** how far the wind swings about its mean within an averaging time (standard deviation), ° */
  readonly meanderDegrees: number;
  /** below this the direction is unknown; also the least speed that the plume is diluted with, m/s */
  readonly calmBelow: number;
};

/** Practice for streets, not a standard's: confidence L, hence settings. */
export const PLUME_DEFAULTS: PlumeSettings = {
  initialAcrossMetres: 10,
  initialUpMetres: 5,
  meanderDegrees: 10,
  calmBelow: 0.5,
};

type PasquillRow = {
  /** wind at 10 m below this, m/s */
  readonly below: number;
  readonly strong: Stability;
  readonly moderate: Stability;
  readonly slight: Stability;
  readonly cloudyNight: Stability;
  readonly clearNight: Stability;
};

/**
 * F. Pasquill, Meteorological Magazine 90 (1961), table 1; of two classes the more neutral one. Winds below 2 m/s at
 * night, which he left open, are given the class of 2–3 m/s.
 */
export const PASQUILL = [
  { below: 2, strong: 'A', moderate: 'B', slight: 'B', cloudyNight: 'E', clearNight: 'F' },
  { below: 3, strong: 'B', moderate: 'B', slight: 'C', cloudyNight: 'E', clearNight: 'F' },
  { below: 5, strong: 'B', moderate: 'C', slight: 'C', cloudyNight: 'D', clearNight: 'E' },
  { below: 6, strong: 'C', moderate: 'D', slight: 'D', cloudyNight: 'D', clearNight: 'D' },
  { below: Number.POSITIVE_INFINITY, strong: 'C', moderate: 'D', slight: 'D', cloudyNight: 'D', clearNight: 'D' },
] as const satisfies readonly PasquillRow[];

/** D. B. Turner, Journal of Applied Meteorology 3 (1964): elevation of the sun above which insolation is …, ° */
export const INSOLATION = { strong: 60, moderate: 35, slight: 15 } as const;
/** cloud cover from which a night counts as cloudy, and from which a day is neutral (overcast) */
export const CLOUD = { cloudyNight: 0.5, overcast: 0.95 } as const;
