import { BACKGROUND, type BackgroundRow, MATTERS, type Matter } from './background.table.ts';
import { keyOf, smooth } from './chance.ts';
import { DAY, HOUR, hourOf, yearShareOf } from './time.ts';
import type { Weather } from './weather.ts';

const SHARED = keyOf('air mass');
const KEYS = MATTERS.map(keyOf);
const MASSES = 3.3 * DAY;
const OWN = 5 * HOUR;
/** how much a substance goes its own way beside the air mass that all share */
const OWN_SHARE = 0.12;
const USUAL_WIND = 2;
/** how wide a daily peak is, h */
const PEAK_HOURS = 2.6;

const hoursApart = (a: number, b: number) => Math.min(Math.abs(a - b), 24 - Math.abs(a - b));

/** The background of every matter at an instant, in the order of MATTERS. */
export function backgroundAt(seed: number, instant: number, weather: Weather): Float64Array {
  const hour = hourOf(instant);
  const winter = Math.cos(2 * Math.PI * (yearShareOf(instant) - 0.03));
  const mass = smooth(seed, SHARED, instant, MASSES) + 0.35 * smooth(seed, SHARED + 1, instant, 11 * HOUR);
  const wind = Math.min(8, weather.metresPerSecond) - USUAL_WIND;
  return Float64Array.from(MATTERS, (matter, i) => {
    const row: BackgroundRow = BACKGROUND[matter];
    let power = row.winter * winter + row.masses * mass - row.thinned * wind;
    power += OWN_SHARE * smooth(seed, KEYS[i] as number, instant, OWN);
    for (const [at, height] of row.peaks) power += height * Math.exp(-((hoursApart(hour, at) / PEAK_HOURS) ** 2) / 2);
    return row.middle * Math.exp(power);
  });
}

export const indexOf = (matter: Matter): number => MATTERS.indexOf(matter);
