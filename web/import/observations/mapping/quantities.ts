import { isPollutant, POLLUTANTS, type Pollutant, printedName } from '#standards/pollutants';
import { useSentence } from '../../../app/language.ts';

const MASS = ['µg/m³', 'mg/m³'];
const SHARES = ['ppb@298.15K', 'ppb@273.15K', 'ppm@298.15K', 'ppm@273.15K'];
const BY_UNIT: Readonly<Record<string, readonly string[]>> = {
  '°C': ['°C', 'K'],
  hPa: ['hPa', 'kPa', 'Pa'],
  'm/s': ['m/s', 'km/h'],
  '°': ['°', 'compass'],
};

/** The units in which a file may give a quantity; the first is the one it is kept in. */
export function unitsOf(code: string): readonly string[] {
  if (!isPollutant(code)) return [];
  const { unit, kind } = POLLUTANTS[code];
  if (!MASS.includes(unit)) return BY_UNIT[unit] ?? [unit];
  return [...new Set([unit, ...MASS, ...(kind === 'gas' ? SHARES : [])])];
}

export const keptUnit = (code: string): string => (isPollutant(code) ? POLLUTANTS[code].unit : '');
export const symbolOf = (code: string): string => (isPollutant(code) ? printedName(code) : code);

/** How a quantity is named in a table: substances by their symbol, weather in words. */
export function useNameOf(): (code: string) => string {
  const sentence = useSentence();
  return (code) => {
    if (!isPollutant(code) || POLLUTANTS[code].kind !== 'weather') return symbolOf(code);
    return sentence({ zh: POLLUTANTS[code].zh, en: POLLUTANTS[code].en });
  };
}

/** PM2.5 细颗粒物: every quantity of the catalogue, to choose from. */
export function useQuantities(): { value: Pollutant; label: string; search: string }[] {
  const sentence = useSentence();
  return (Object.keys(POLLUTANTS) as Pollutant[]).map((value) => {
    const { zh, en } = POLLUTANTS[value];
    const label = `${printedName(value)} ${sentence({ zh, en })}`;
    return { value, label, search: `${value} ${label} ${zh} ${en}`.toLowerCase() };
  });
}
