import type { Pollutant } from '#standards/pollutants';

/** Ways to write a unit, without blanks and in lower case → the way it is kept here. */
export const UNIT_SPELLINGS: Readonly<Record<string, string>> = {
  'µg/m³': 'µg/m³',
  'μg/m³': 'µg/m³',
  'ug/m³': 'µg/m³',
  'µg/m3': 'µg/m³',
  'μg/m3': 'µg/m³',
  'ug/m3': 'µg/m³',
  'µg/nm3': 'µg/m³',
  微克每立方米: 'µg/m³',
  '微克/立方米': 'µg/m³',
  '微克/m3': 'µg/m³',
  '微克/m³': 'µg/m³',
  'μg·m-3': 'µg/m³',
  'mg/m³': 'mg/m³',
  'mg/m3': 'mg/m³',
  毫克每立方米: 'mg/m³',
  '毫克/立方米': 'mg/m³',
  '毫克/m3': 'mg/m³',
  '毫克/m³': 'mg/m³',
  ppb: 'ppb',
  ppbv: 'ppb',
  'nmol/mol': 'ppb',
  ppm: 'ppm',
  ppmv: 'ppm',
  'µmol/mol': 'ppm',
  'μmol/mol': 'ppm',
  '°c': '°C',
  '℃': '°C',
  c: '°C',
  k: 'K',
  '%': '%',
  hpa: 'hPa',
  kpa: 'kPa',
  pa: 'Pa',
  mbar: 'hPa',
  'm/s': 'm/s',
  '米/秒': 'm/s',
  'km/h': 'km/h',
  mm: 'mm',
  毫米: 'mm',
  '°': '°',
  deg: '°',
  度: '°',
  compass: 'compass',
  '16方位': 'compass',
  方位: 'compass',
};

/** What one of a unit is in another, where no state and no substance matters: value × times ÷ by + plus. */
export const UNIT_STEPS: Readonly<Record<string, { times: number; by: number; plus: number }>> = {
  'µg/m³→mg/m³': { times: 1, by: 1000, plus: 0 },
  'mg/m³→µg/m³': { times: 1000, by: 1, plus: 0 },
  'K→°C': { times: 1, by: 1, plus: -273.15 },
  'kPa→hPa': { times: 10, by: 1, plus: 0 },
  'Pa→hPa': { times: 1, by: 100, plus: 0 },
  'km/h→m/s': { times: 1, by: 3.6, plus: 0 },
};

/** g/mol; NOx is counted as NO₂ (GB 3095-2012 clause 3) */
export const MOLAR_MASS: Partial<Record<Pollutant, number>> = {
  SO2: 64.066,
  NO2: 46.0055,
  NOx: 46.0055,
  NO: 30.0061,
  CO: 28.0101,
  O3: 47.9982,
  NH3: 17.0305,
  H2S: 34.081,
};

/** Temperatures at which a volume share may be turned into a concentration, at 1013.25 hPa: the reference state of the
 *  amendment of 2018 to GB 3095-2012 (298.15 K) and the standard state before it (273.15 K). */
export const STATES_K = ['298.15', '273.15'] as const;

/** Wind directions in words → degrees from which it blows; calm and changing winds have none. */
export const COMPASS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['N', '北'],
    ['NNE', '北东北', '东北偏北'],
    ['NE', '东北'],
    ['ENE', '东东北', '东北偏东'],
    ['E', '东'],
    ['ESE', '东东南', '东南偏东'],
    ['SE', '东南'],
    ['SSE', '南东南', '东南偏南'],
    ['S', '南'],
    ['SSW', '南西南', '西南偏南'],
    ['SW', '西南'],
    ['WSW', '西西南', '西南偏西'],
    ['W', '西'],
    ['WNW', '西西北', '西北偏西'],
    ['NW', '西北'],
    ['NNW', '北西北', '西北偏北'],
  ].flatMap((names, i) => names.map((name) => [name, i * 22.5])),
);
