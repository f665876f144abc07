import { Refusal } from '#platform/refusal';
import { isPollutant, POLLUTANTS, type Pollutant, printedName } from '#standards/pollutants';
import { COMPASS, MOLAR_MASS, STATES_K, UNIT_SPELLINGS, UNIT_STEPS } from './units.table.ts';

export type Channel = { pollutant: Pollutant; unit: string; read: (text: string) => number | null };

const MOLAR_GAS_CONSTANT = 8.314462618; // J/(mol·K), CODATA 2018
const PRESSURE_PA = 101_325;

/** The unit as it is kept here, or undefined for one that is not known: 'ug/m3' → 'µg/m³'. */
export function knownUnit(text: string): string | undefined {
  const plain = text.replace(/\s+/g, '').toLowerCase();
  const [unit, state] = plain.split('@') as [string, string?];
  const known = UNIT_SPELLINGS[unit];
  if (!known || state === undefined) return known;
  const kelvin = STATES_K.find((k) => state === `${k}k` || state === `${k}k,1013.25hpa`);
  return kelvin && (known === 'ppb' || known === 'ppm') ? `${known}@${kelvin}K` : undefined;
}

/**
 * How a column's numbers become the catalogue's quantity. Steps by powers of ten are exact: 300 µg/m³ is 0.3 mg/m³.
 * A share of the volume (ppb, ppm) becomes a concentration only with the state it holds for: `ppb@298.15K` (1013.25 hPa).
 * @throws Refusal import_mapping_incomplete: unknown substance or unit, or a share without its state
 */
export function channelOf(column: string, code: string, unitText: string, decimal: Decimal = '.'): Channel {
  const numberOf = NUMBERS[decimal];
  if (!isPollutant(code)) {
    throw incomplete(
      `列“${column}”对应的项目“${code}”不在项目目录中，请从列表中选择`,
      `the quantity “${code}” of column “${column}” is not in the catalogue; choose one of its list`,
    );
  }
  const { unit } = POLLUTANTS[code];
  const from = knownUnit(unitText);
  if (from === unit) return { pollutant: code, unit, read: numberOf };
  if (from === 'compass' && unit === '°')
    return { pollutant: code, unit, read: (text) => COMPASS[text.toUpperCase().replace(/风$/, '')] ?? numberOf(text) };
  const step = from && UNIT_STEPS[`${from}→${unit}`];
  if (step) return { pollutant: code, unit, read: stepped(step, numberOf) };
  const volume = from && /^(ppb|ppm)(?:@([\d.]+)K)?$/.exec(from);
  const mass = MOLAR_MASS[code];
  if (volume && mass) {
    if (!volume[2]) {
      throw incomplete(
        `列“${column}”的单位 ${volume[1]} 需说明换算状态，请写成 ${volume[1]}@298.15K（2018年9月起的参比状态）或 ${volume[1]}@273.15K（此前的标准状态），气压均为1013.25 hPa`,
        `the unit ${volume[1]} of column “${column}” needs its state: write ${volume[1]}@298.15K (reference state since September 2018) or ${volume[1]}@273.15K (standard state before), both at 1013.25 hPa`,
      );
    }
    const litresPerMol = (MOLAR_GAS_CONSTANT * Number(volume[2]) * 1000) / PRESSURE_PA;
    const microgram = (mass / litresPerMol) * (volume[1] === 'ppm' ? 1000 : 1);
    const share = { times: microgram, by: unit === 'mg/m³' ? 1000 : 1, plus: 0 };
    return { pollutant: code, unit, read: stepped(share, numberOf) };
  }
  throw incomplete(
    `列“${column}”的单位“${unitText}”不能换算为${printedName(code)}的单位 ${unit}，请改正单位`,
    `the unit “${unitText}” of column “${column}” cannot become ${unit}, the unit of ${printedName(code)}; correct it`,
  );
}

export function incomplete(zh: string, en: string): Refusal {
  return new Refusal('import_mapping_incomplete', { zh: `${zh}。`, en: `${en[0]!.toUpperCase()}${en.slice(1)}.` });
}

type Read = (text: string) => number | null;
type Decimal = '.' | ',';

const stepped =
  ({ times, by, plus }: { times: number; by: number; plus: number }, read: Read): Read =>
  (text) => {
    const value = read(text);
    if (value === null) return null;
    return plus ? Math.round((value + plus) * 1e6) / 1e6 : (value * times) / by;
  };

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i;
const THOUSANDS = /^[+-]?\d{1,3}([, ']\d{3})+(\.\d+)?$/;
const COMMA_PLAIN = /^[+-]?\d+(,\d*)?$/;
const COMMA_THOUSANDS = /^[+-]?\d{1,3}([. ']\d{3})+(,\d+)?$/;
const GREATEST_REAL = 3.4e38;
const SMALLEST_REAL = 1.2e-38;

/** A number in plain, scientific or thousands notation; null when the text is none, or one that cannot be kept. */
export function numberOf(text: string): number | null {
  const plain = THOUSANDS.test(text) ? text.replace(/[, ']/g, '') : text;
  if (!PLAIN.test(plain)) return null;
  const value = Number(plain);
  const size = Math.abs(value);
  return size > GREATEST_REAL || (size > 0 && size < SMALLEST_REAL) ? null : value;
}

/** The same where a comma parts the fraction: 12,5 and 1.234,5; a point alone counts as thousands only in its place. */
function commaNumberOf(text: string): number | null {
  if (!COMMA_PLAIN.test(text) && !COMMA_THOUSANDS.test(text)) return null;
  return numberOf(text.replace(/[. ']/g, '').replace(',', '.'));
}

const NUMBERS: Record<Decimal, Read> = { '.': numberOf, ',': commaNumberOf };
