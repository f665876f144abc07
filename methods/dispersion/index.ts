/**
 * Dispersion 扩散: what a source of known strength adds to the air at a place, in the wind of the moment.
 *
 * A steady Gaussian plume with the ground as a mirror: it widens across and upwards by Briggs' urban coefficients, which
 * depend on how stable the air is (Pasquill's classes A to F, from wind, sun and cloud). Buildings give it a width from
 * the start, and within an averaging time the wind meanders. Below half a metre a second a direction means nothing: the
 * plume is then spread over all directions and depends on the distance alone (`calm`). Places are metres east and north
 * of any origin; strengths are g/s, concentrations µg/m³. `plumeIn` makes a wind's plume once for many sources and places.
 */
export { BRIGGS_URBAN, PASQUILL, PLUME_DEFAULTS, type PlumeSettings, type Stability } from './briggs.table.ts';
export { type Place, type Plume, plumeIn, type Release, type Wind } from './plume.ts';
export { type Sigmas, sigmas } from './sigmas.ts';
export { type Sky, stabilityOf, sunElevationDegrees } from './stability.ts';
