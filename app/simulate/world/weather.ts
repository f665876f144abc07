import { type Stability, stabilityOf, sunElevationDegrees } from '#methods/dispersion';
import { keyOf, smooth } from './chance.ts';
import type { LonLat } from './place.ts';
import { DAY, HOUR, hourOf, MINUTE, yearShareOf } from './time.ts';

/** The weather of a minute over the whole district. */
export type Weather = {
  /** at 10 m */
  readonly metresPerSecond: number;
  readonly fromDegrees: number;
  readonly stability: Stability;
  readonly celsius: number;
  readonly humidityPercent: number;
  readonly hectopascals: number;
  /** 0 clear … 1 overcast */
  readonly cloud: number;
  readonly sunElevationDegrees: number;
};

const [WEST, SOUTH, GUST_W, GUST_S, WARM, CLOUD, DRY, PRESSURE] = [
  'wind west',
  'wind south',
  'gust west',
  'gust south',
  'warmth',
  'cloud',
  'dryness',
  'pressure',
].map(keyOf) as [number, number, number, number, number, number, number, number];

/** Climate of Beijing in round figures: a plausible course, no record. */
const CLIMATE = {
  meanCelsius: 13,
  seasonCelsius: 15.5,
  dayCelsius: 5,
  frontCelsius: 4,
  meanHectopascals: 1012,
  seasonHectopascals: 10,
  frontHectopascals: 5,
  meanHumidity: 52,
  seasonHumidity: 16,
  dayHumidity: 14,
  frontHumidity: 13,
  /** winds of the fronts, of the mountains and plains by day and night, and of the minute; m/s */
  frontWind: 1.7,
  northwester: 0.5,
  breeze: 0.9,
  gust: 0.45,
};
const FRONT = 2.6 * DAY;
const within = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** The weather at an instant (ms since 1970), a pure function of seed, place and time. */
export function weatherAt(seed: number, { lon, lat }: LonLat, instant: number): Weather {
  const hour = hourOf(instant);
  const season = -Math.cos(2 * Math.PI * (yearShareOf(instant) - 0.055));
  const noon = Math.cos((2 * Math.PI * (hour - 15)) / 24);
  // by day the wind comes from the plain in the south, by night from the mountains in the north
  const breeze = CLIMATE.breeze * Math.sin((2 * Math.PI * (hour - 9)) / 24);
  const west =
    CLIMATE.frontWind * smooth(seed, WEST, instant, FRONT) +
    CLIMATE.northwester -
    0.3 * breeze +
    CLIMATE.gust * (smooth(seed, GUST_W, instant, HOUR) + 0.5 * smooth(seed, GUST_W, instant, 7 * MINUTE));
  const south =
    CLIMATE.frontWind * smooth(seed, SOUTH, instant, FRONT) -
    CLIMATE.northwester +
    breeze +
    CLIMATE.gust * (smooth(seed, GUST_S, instant, HOUR) + 0.5 * smooth(seed, GUST_S, instant, 7 * MINUTE));
  const metresPerSecond = Math.hypot(west, south);
  // where it comes from: a wind with a western part comes from 270°, with a southern one from 180°
  const fromDegrees = ((Math.atan2(-west, -south) * 180) / Math.PI + 360) % 360;
  const cloud = within(0, 0.42 + 0.3 * smooth(seed, CLOUD, instant, 0.7 * DAY), 1);
  const sun = sunElevationDegrees(instant, lon, lat);
  const front = smooth(seed, WARM, instant, FRONT);
  return {
    metresPerSecond,
    fromDegrees,
    stability: stabilityOf({ windMetresPerSecond: metresPerSecond, sunElevationDegrees: sun, cloud }),
    celsius:
      CLIMATE.meanCelsius +
      CLIMATE.seasonCelsius * season +
      CLIMATE.dayCelsius * (1 - 0.5 * cloud) * noon +
      CLIMATE.frontCelsius * front,
    humidityPercent: within(
      12,
      CLIMATE.meanHumidity +
        CLIMATE.seasonHumidity * season -
        CLIMATE.dayHumidity * noon +
        CLIMATE.frontHumidity * smooth(seed, DRY, instant, FRONT) +
        15 * (cloud - 0.4),
      98,
    ),
    hectopascals:
      CLIMATE.meanHectopascals -
      CLIMATE.seasonHectopascals * season -
      CLIMATE.frontHectopascals * (front + 0.5 * smooth(seed, PRESSURE, instant, FRONT)),
    cloud,
    sunElevationDegrees: sun,
  };
}
