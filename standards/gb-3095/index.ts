/**
 * GB 3095 环境空气质量标准: how clean the air has to be, and how much data it takes to say so.
 *
 * Three editions rule one after the other: GB 3095-2012 until 2026-02-28, the transition limits of GB 3095-2026 until
 * 2030-12-31, its final limits from 2031-01-01. Class 2 holds for cities, class 1 for nature reserves. Limits are decimal
 * strings in the unit of the pollutant (µg/m³, CO mg/m³). Table 4 says how many hours make a valid day and how many days
 * a valid year. Gases are reported at 298.15 K and 1013.25 hPa since 2018-09-01, particles as sampled.
 */
export {
  type AirClass,
  type Averaging,
  citationOf,
  editionOn,
  GB3095_EDITIONS,
  type Gb3095Edition,
  type Limit,
  limitIn,
  limitOn,
} from './limits.ts';
export { STANDARD } from './standard.table.ts';
export { type ConcentrationState, concentrationState, STANDARD_STATE, toReferenceState } from './state.ts';
export {
  dayValid,
  type EnoughDays,
  eightHourValid,
  enoughDays,
  hourValid,
  monthValid,
  quarterValid,
  type Statistic,
  validityRule,
  yearValid,
} from './validity.ts';
