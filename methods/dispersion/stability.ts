import { CLOUD, INSOLATION, PASQUILL, type Stability } from './briggs.table.ts';

const RADIANS = Math.PI / 180;
const DAY = 86_400_000;
/** 2000-01-01T12:00Z, ms since 1970 */
const J2000 = 946_728_000_000;

/** How high the sun stands, ° (negative below the horizon); within about 0.1°. `instant`: ms since 1970. */
export function sunElevationDegrees(instant: number, longitudeDegrees: number, latitudeDegrees: number): number {
  // Astronomical Almanac, low precision formulas for the sun
  const days = (instant - J2000) / DAY;
  const anomaly = (357.528 + 0.9856003 * days) * RADIANS;
  const ecliptic = (280.46 + 0.9856474 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RADIANS;
  const tilt = (23.439 - 0.0000004 * days) * RADIANS;
  const ascension = Math.atan2(Math.cos(tilt) * Math.sin(ecliptic), Math.cos(ecliptic));
  const declination = Math.asin(Math.sin(tilt) * Math.sin(ecliptic));
  const sidereal = (280.46062 + 360.9856474 * days + longitudeDegrees) * RADIANS;
  const latitude = latitudeDegrees * RADIANS;
  const sine =
    Math.sin(latitude) * Math.sin(declination) +
    Math.cos(latitude) * Math.cos(declination) * Math.cos(sidereal - ascension);
  return Math.asin(sine) / RADIANS;
}

export type Sky = {
  /** at 10 m, m/s */
  readonly windMetresPerSecond: number;
  readonly sunElevationDegrees: number;
  /** 0 clear … 1 overcast */
  readonly cloud: number;
};

/** Pasquill's class of the air; an overcast sky is neutral by day and by night. */
export function stabilityOf({ windMetresPerSecond, sunElevationDegrees: sun, cloud }: Sky): Stability {
  if (cloud >= CLOUD.overcast) return 'D';
  const row = PASQUILL.find(({ below }) => windMetresPerSecond < below) ?? PASQUILL[PASQUILL.length - 1]!;
  if (sun > INSOLATION.strong) return row.strong;
  if (sun > INSOLATION.moderate) return row.moderate;
  if (sun > INSOLATION.slight) return row.slight;
  // the hour about sunrise and sunset is neutral
  if (sun > 0) return 'D';
  return cloud >= CLOUD.cloudyNight ? row.cloudyNight : row.clearNight;
}
