import { POLLUTANTS, type Pollutant, type PollutantKind } from '#standards/pollutants';

/** Units in which makers send a quantity of each kind; the catalogue's own is always among them. */
const BY_KIND: Readonly<Record<PollutantKind, readonly string[]>> = {
  gas: ['µg/m³', 'mg/m³', 'ppb', 'ppm'],
  particle: ['µg/m³', 'mg/m³'],
  organic: ['µg/m³', 'mg/m³', 'ppb', 'ppm'],
  weather: [],
};
const WEATHER: readonly (readonly string[])[] = [
  ['°C', 'K'],
  ['hPa', 'kPa', 'Pa'],
  ['m/s', 'km/h'],
];

/** The units that a pollutant's channel may be sent in, the catalogue's own first. */
export function unitsOf(pollutant: Pollutant): string[] {
  const { kind, unit } = POLLUTANTS[pollutant];
  const others = kind === 'weather' ? (WEATHER.find((family) => family.includes(unit)) ?? []) : BY_KIND[kind];
  return [...new Set([unit, ...others])];
}
