import { type Place, plumeIn } from '#methods/dispersion';
import type { Pollutant } from '#standards/pollutants';
import { MATTERS, type Matter } from './background.table.ts';
import { backgroundAt, indexOf } from './background.ts';
import type { Ground, LonLat } from './place.ts';
import { SOURCE_KINDS } from './sources.table.ts';
import { type Source, strengthAt } from './sources.ts';
import { MINUTE } from './time.ts';
import { type Weather, weatherAt } from './weather.ts';

/** What the air of a place is at an instant, in the units of the catalogue of pollutants. */
export type Air = Record<Exclude<Pollutant, 'PM1' | 'NH3' | 'H2S' | 'CO2' | 'Pb' | 'BaP' | 'DEWP' | 'RAIN'>, number>;

export type World = {
  readonly seed: number;
  readonly ground: Ground;
  readonly sources: readonly Source[];
  readonly weather: (instant: number) => Weather;
  /** a pure function of seed, place and minute; `height` metres above ground */
  readonly air: (at: LonLat, height: number, instant: number) => Air;
  /** what each source adds at a place, µg/m³ (the truth that tracing is judged by); those that add nothing are left out */
  readonly added: (at: LonLat, height: number, instant: number, matter: Matter) => { source: Source; added: number }[];
};

type Giving = { readonly source: Source; readonly place: Place; readonly grams: Float64Array };
type Minute = {
  readonly weather: Weather;
  readonly background: Float64Array;
  readonly giving: readonly Giving[];
  readonly perGram: (source: Place, at: Place) => number;
};

/** minutes that are remembered: many devices ask for the same ones */
const REMEMBERED = 512;
const [FINE, COARSE, DUST, AT_SO2, AT_NO2, AT_NO, AT_CO, AT_O3, AT_NMHC, AT_BENZENE, AT_TOLUENE, AT_XYLENES] =
  MATTERS.map((_, i) => i) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
/** µg/m³ in the unit of each matter: CO and hydrocarbons are in mg/m³ */
const UNITS = MATTERS.map((matter) => (matter === 'CO' || matter === 'NMHC' ? 1000 : 1));
/** below this share of a gram's plume a source adds nothing, µg/m³ per g/s */
const NOTHING = 1e-3;
/** of 1 mg/m³ of hydrocarbons so many µg/m³ are what a TVOC instrument sees */
const TVOC_OF_NMHC = 320;
const NO2_OF_NO = 46 / 30;

export function makeWorld(seed: number, ground: Ground, sources: readonly Source[]): World {
  const minutes = new Map<number, Minute>();
  const places = sources.map((source) => ({
    source,
    place: { ...ground.metres(source), height: SOURCE_KINDS[source.kind].heightMetres },
  }));

  function minuteAt(instant: number): Minute {
    const number = Math.floor(instant / MINUTE);
    const known = minutes.get(number);
    if (known) return known;
    if (minutes.size >= REMEMBERED) minutes.delete(minutes.keys().next().value as number);
    const at = number * MINUTE;
    const weather = weatherAt(seed, ground.middle, at);
    const giving = places.map(({ source, place }) => {
      const strength = strengthAt(seed, source, at);
      const rates: Partial<Record<Matter, number>> = SOURCE_KINDS[source.kind].gramsPerSecond;
      return { source, place, grams: Float64Array.from(MATTERS, (matter) => strength * (rates[matter] ?? 0)) };
    });
    const { perGram } = plumeIn(weather);
    const minute = { weather, background: backgroundAt(seed, at, weather), giving, perGram };
    minutes.set(number, minute);
    return minute;
  }

  return {
    seed,
    ground,
    sources,
    weather: (instant) => minuteAt(instant).weather,
    air(where, height, instant) {
      const { weather, background, giving, perGram } = minuteAt(instant);
      const { east, north } = ground.metres(where);
      const at = { east, north, height };
      const matter = Float64Array.from(background);
      for (const { place, grams } of giving) {
        const share = perGram(place, at);
        if (share > NOTHING) for (let i = 0; i < matter.length; i += 1) matter[i]! += (share * grams[i]!) / UNITS[i]!;
      }
      const [PM25, NO, NO2, NMHC] = [matter[FINE]!, matter[AT_NO]!, matter[AT_NO2]!, matter[AT_NMHC]!];
      const PM10 = PM25 + matter[COARSE]!;
      return {
        PM25,
        PM10,
        TSP: PM10 + matter[DUST]!,
        SO2: matter[AT_SO2]!,
        NO2,
        NO,
        NOx: NO2 + NO2_OF_NO * NO,
        CO: matter[AT_CO]!,
        // fresh NO eats ozone
        O3: Math.max(2, matter[AT_O3]! - 0.6 * (NO - background[AT_NO]!)),
        NMHC,
        TVOC: TVOC_OF_NMHC * NMHC,
        BENZENE: matter[AT_BENZENE]!,
        TOLUENE: matter[AT_TOLUENE]!,
        XYLENES: matter[AT_XYLENES]!,
        TEMP: weather.celsius,
        RH: weather.humidityPercent,
        PRES: weather.hectopascals,
        WS: weather.metresPerSecond,
        WD: weather.fromDegrees,
      };
    },
    added(where, height, instant, matter) {
      const { giving, perGram } = minuteAt(instant);
      const at = { ...ground.metres(where), height };
      return giving
        .map(({ source, place, grams }) => ({ source, added: perGram(place, at) * grams[indexOf(matter)]! }))
        .filter(({ added }) => added > NOTHING)
        .sort((a, b) => b.added - a.added);
    },
  };
}
