import type { Sentence } from '#platform/refusal';
import { POLLUTANTS, type Pollutant, printedName } from '#standards/pollutants';
import { type TableRow, textOf } from '../read/cells.ts';
import type { ImportMapping } from '../wire.ts';
import {
  CHANNEL_NAMES,
  DATE_NAMES,
  DAY_NAMES,
  HOUR_NAMES,
  ITEM_NAMES,
  MONTH_NAMES,
  STATION_NAMES,
  TIME_NAMES,
  VALUE_NAMES,
  YEAR_NAMES,
} from './names.table.ts';
import { knownUnit } from './units.ts';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const UNIT_IN_NAME = /[（([【]\s*([^）)\]】]+?)\s*[）)\]】]|_(ug\/?m3|mg\/?m3|ppb|ppm)$/i;

/** A column's name without its unit, blanks, subscripts and case: 'PM₂.₅ (μg/m³)' → 'pm2.5'. */
export function plainName(name: string): string {
  return name
    .replace(UNIT_IN_NAME, '')
    .replace(/[₀-₉]/g, (c) => String(SUBSCRIPTS.indexOf(c)))
    .replace(/[\s_]+/g, '')
    .replace(/(?<=.)(小时)?(平均)?(质量)?(浓度|均值)$/, '')
    .toLowerCase();
}

export function pollutantOfName(name: string): Pollutant | undefined {
  const plain = plainName(name);
  if (plain === 'no' && !name.startsWith('NO')) return undefined; // "No" numbers the rows
  return CHANNEL_NAMES.find(([code, names]) => names.includes(plain) || code.toLowerCase() === plain)?.[0];
}

/** Which row of the first ones names the columns: the one with the most known names, else the first with two cells. */
export function headerRowOf(rows: readonly TableRow[]): number | undefined {
  const score = (row: TableRow) => row.cells.filter((cell) => known(textOf(cell))).length;
  const filled = (row: TableRow) => row.cells.filter((cell) => textOf(cell) !== '').length;
  const best = rows.slice(0, 15).reduce<TableRow | undefined>((a, b) => (!a || score(b) > score(a) ? b : a), undefined);
  if (best && score(best) >= 2) return best.row;
  return rows.find((row) => filled(row) >= 2)?.row;
}
const NAMES = [
  ...TIME_NAMES,
  ...DATE_NAMES,
  ...YEAR_NAMES,
  ...MONTH_NAMES,
  ...DAY_NAMES,
  ...HOUR_NAMES,
  ...STATION_NAMES,
  ...ITEM_NAMES,
  ...VALUE_NAMES,
];
const known = (name: string) => NAMES.includes(plainName(name)) || pollutantOfName(name) !== undefined;

/**
 * A guess of the mapping from the column names and the first rows; a person confirms it.
 * What had to be assumed (units that the names do not state, the kind of hour) is said in the warnings.
 */
export function guessMapping(
  columns: readonly string[],
  rows: readonly TableRow[],
): { mapping: Partial<ImportMapping>; warnings: Sentence[] } {
  const warnings: Sentence[] = [];
  const find = (names: readonly string[]) => columns.find((c) => names.includes(plainName(c)));
  const texts = (column: string) => rows.map((row) => textOf(row.cells[columns.indexOf(column)]));
  const mapping: Partial<ImportMapping> = { stamp: 'start', utcOffset: 8 };

  const station = find(STATION_NAMES);
  if (station) mapping.station = { column: station };
  else
    warnings.push({
      zh: '没有站点列，请选择整份文件属于哪个站点。',
      en: 'There is no station column: choose the station of the whole file.',
    });

  const [year, month, day, hour] = [find(YEAR_NAMES), find(MONTH_NAMES), find(DAY_NAMES), find(HOUR_NAMES)];
  const [time, date] = [find(TIME_NAMES), find(DATE_NAMES)];
  if (year && month && day && hour) mapping.time = { year, month, day, hour };
  else if (date && (hour ?? time)) mapping.time = { date, hour: (hour ?? time) as string };
  else if (time ?? date) mapping.time = { column: (time ?? date) as string };
  else warnings.push({ zh: '没有认出时间列，请选择。', en: 'No time column was recognised: choose it.' });
  const hours = mapping.time && 'hour' in mapping.time ? texts(mapping.time.hour) : [];
  const is24 = hours.some((t) => Number.parseInt(t, 10) === 24);
  mapping.hours = is24 ? '1-24' : '0-23';
  if (is24) mapping.stamp = 'end';
  warnings.push(
    is24
      ? {
          zh: '小时写作1–24，按“时间为小时结束时刻”理解，请确认。',
          en: 'Hours are written 1–24 and taken as the end of the hour: please confirm.',
        }
      : {
          zh: '时间按“小时开始时刻”理解，如为结束时刻请改正。',
          en: 'Times are taken as the beginning of the hour: change this if they mark its end.',
        },
  );

  const item = find(ITEM_NAMES);
  const value = find(VALUE_NAMES);
  const long = item && value && !columns.some(pollutantOfName);
  mapping.layout = long ? 'long' : 'wide';
  if (long) mapping.item = { column: item, value };
  const names = long ? [...new Set(texts(item))] : columns;
  const numbers = (name: string) =>
    long
      ? rows
          .filter((r) => textOf(r.cells[columns.indexOf(item)]) === name)
          .map((r) => textOf(r.cells[columns.indexOf(value)]))
      : texts(name);
  mapping.channels = names.flatMap((column) => {
    const pollutant = pollutantOfName(column);
    return pollutant ? [{ column, pollutant, unit: unitOf(column, pollutant, numbers(column), warnings) }] : [];
  });
  if (mapping.channels.length === 0)
    warnings.push({
      zh: '没有认出任何监测项目，请逐列选择。',
      en: 'No quantity was recognised: choose them column by column.',
    });
  return { mapping, warnings };
}

/** The unit in the name; else the catalogue's, but CO in hundreds cannot be mg/m³ and letters are wind directions. */
function unitOf(column: string, pollutant: Pollutant, texts: readonly string[], warnings: Sentence[]): string {
  const stated = UNIT_IN_NAME.exec(column);
  const unit = stated && knownUnit((stated[1] ?? stated[2]!).replace(/^(ug|mg)m3$/i, '$1/m3'));
  if (unit && unit !== 'ppb' && unit !== 'ppm') return unit;
  if (unit) {
    warnings.push({
      zh: `“${column}”的单位是 ${unit}，请说明换算状态（298.15 K 或 273.15 K）。`,
      en: `“${column}” is in ${unit}: state the temperature it is converted at (298.15 K or 273.15 K).`,
    });
    return unit;
  }
  if (pollutant === 'WD' && texts.some((t) => /^[NESW]{1,3}$|[东南西北]/i.test(t))) return 'compass';
  const numbers = texts
    .map(Number)
    .filter((n) => Number.isFinite(n) && n > 0)
    .sort((a, b) => a - b);
  if (pollutant === 'CO' && (numbers[Math.floor(numbers.length / 2)] ?? 0) > 50) {
    warnings.push({
      zh: `“${column}”未写单位，按数值大小推断为 µg/m³（将换算为 mg/m³），请确认。`,
      en: `“${column}” states no unit; by the size of its values it is taken as µg/m³ (and becomes mg/m³): please confirm.`,
    });
    return 'µg/m³';
  }
  if (POLLUTANTS[pollutant].kind !== 'weather')
    warnings.push({
      zh: `“${column}”未写单位，按 ${POLLUTANTS[pollutant].unit} 理解，请确认。`,
      en: `“${column}” (${printedName(pollutant)}) states no unit and is taken as ${POLLUTANTS[pollutant].unit}: please confirm.`,
    });
  return POLLUTANTS[pollutant].unit;
}
