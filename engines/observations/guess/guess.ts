import type { Sentence } from '#platform/refusal';
import { type TableRow, textOf } from '#platform/sheets';
import type { StationDevice } from '../import/devices.ts';
import { likelyStation } from '../import/station-finder.ts';
import { type ImportMapping, MISSING_MARKS } from '../wire.ts';
import {
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
import { isDerivedName, known, nameFinder, pollutantOfName } from './names.ts';
import { unitOf } from './unit-guess.ts';

export type Guess = { mapping: Partial<ImportMapping>; warnings: Sentence[] };

/** Which row of the first ones names the columns: the one with the most known names, else the first with two cells. */
export function headerRowOf(rows: readonly TableRow[]): number | undefined {
  const score = (row: TableRow) => row.cells.filter((cell) => known(textOf(cell))).length;
  const filled = (row: TableRow) => row.cells.filter((cell) => textOf(cell) !== '').length;
  const best = rows.slice(0, 15).reduce<TableRow | undefined>((a, b) => (!a || score(b) > score(a) ? b : a), undefined);
  if (best && score(best) >= 2) return best.row;
  return rows.find((row) => filled(row) >= 2)?.row;
}

/**
 * A guess of the mapping from the column names and the first rows; a person confirms it.
 * What had to be assumed (units that the names do not state, the kind of hour) is said in the warnings.
 */
export function guessMapping(
  columns: readonly string[],
  rows: readonly TableRow[],
  devices: readonly StationDevice[] = [],
): Guess {
  const warnings: Sentence[] = [];
  const find = nameFinder(columns);
  const texts = (column: string) => rows.map((row) => textOf(row.cells[columns.indexOf(column)]));
  const byName = (name: string) => devices.find((d) => d.names.includes(name)) ?? likelyStation(name, devices);
  const mapping: Partial<ImportMapping> = { ignored: [], ...timeOf(find, texts, warnings) };

  const item = find(ITEM_NAMES);
  const value = find(VALUE_NAMES);
  const across = item && !value ? columns.filter((c) => devices.some((d) => d.names.includes(c))) : [];
  const long = item !== undefined && !columns.some(pollutantOfName) && (value !== undefined || across.length > 0);
  mapping.layout = long ? (value ? 'long' : 'across') : 'wide';
  if (long) mapping.item = value ? { column: item, value } : { column: item };

  const station = find(STATION_NAMES);
  if (mapping.layout === 'across') {
    mapping.station = { columns: across };
    const others = columns.length - across.length;
    warnings.push({
      zh: `每列是一个站点：${across.length}列已对应到登记的站点，其余${others}列不导入。`,
      en: `Each column is a station: ${across.length} are registered stations, the other ${others} are left out.`,
    });
  } else if (station) {
    mapping.station = { column: station };
    mapping.stations = stationsOf(new Set(texts(station)), byName, devices, warnings);
  } else
    warnings.push({
      zh: '没有站点列，请选择整份文件属于哪个站点。',
      en: 'There is no station column: choose the station of the whole file.',
    });

  const names = long ? [...new Set(texts(item))].filter((name) => name !== '') : columns;
  const derived = names.filter(isDerivedName);
  if (derived.length > 0) {
    if (long) mapping.ignored = derived;
    const shown = derived.slice(0, 8);
    warnings.push({
      zh: `${shown.map((n) => `“${n}”`).join('、')}是滑动平均、日均值或指数，由系统按小时值计算，不导入。`,
      en: `${shown.map((n) => `“${n}”`).join(', ')}: running means, daily means and indices are computed here from hours and are not imported.`,
    });
  }
  const units = new Map(columns.map((c) => [c, textOf(rows[0]?.cells[columns.indexOf(c)])]));
  const numbers = (name: string) => {
    if (!long) return texts(name);
    const own = rows.filter((r) => textOf(r.cells[columns.indexOf(item)]) === name);
    const from = value ? [value] : across;
    return own.flatMap((r) => from.map((c) => textOf(r.cells[columns.indexOf(c)])));
  };
  const found = names.flatMap((column) => {
    const pollutant = pollutantOfName(column);
    return pollutant ? [{ column, pollutant, texts: numbers(column) }] : [];
  });
  mapping.channels = found
    .map((f) => ({
      ...f,
      unit: unitOf(f.column, f.pollutant, f.texts, warnings, long ? undefined : units.get(f.column)),
    }))
    .map(channel);
  if (mapping.channels.length === 0)
    warnings.push({
      zh: '没有认出任何监测项目，请逐列选择。',
      en: 'No quantity was recognised: choose them column by column.',
    });
  Object.assign(
    mapping,
    notation(
      found.flatMap((f) => f.texts),
      warnings,
    ),
  );
  return { mapping, warnings };
}

const channel = ({ column, pollutant, unit }: ImportMapping['channels'][number]) => ({ column, pollutant, unit });

function timeOf(
  find: (names: readonly string[]) => string | undefined,
  texts: (column: string) => string[],
  warnings: Sentence[],
): Pick<Partial<ImportMapping>, 'time' | 'hours' | 'stamp' | 'utcOffset'> {
  const [year, month, day, hour] = [find(YEAR_NAMES), find(MONTH_NAMES), find(DAY_NAMES), find(HOUR_NAMES)];
  const [column, date] = [find(TIME_NAMES), find(DATE_NAMES)];
  let time: ImportMapping['time'] | undefined;
  if (year && month && day && hour) time = { year, month, day, hour };
  else if (date && (hour ?? column)) time = { date, hour: (hour ?? column) as string };
  else if (column ?? date) time = { column: (column ?? date) as string };
  else warnings.push({ zh: '没有认出时间列，请选择。', en: 'No time column was recognised: choose it.' });
  const is24 = time
    ? 'hour' in time
      ? texts(time.hour).some((t) => Number.parseInt(t, 10) === 24)
      : texts(time.column).some((t) => /[\sT日]24(:00|时|点|$)/.test(t))
    : false;
  warnings.push(is24 ? HOURS_24 : HOURS_23);
  const utc = [column, hour, date].some((name) => /utc|gmt|世界时/i.test(name ?? ''));
  if (utc) warnings.push(TIME_IS_UTC);
  const rules = {
    hours: is24 ? ('1-24' as const) : ('0-23' as const),
    stamp: is24 ? ('end' as const) : ('start' as const),
  };
  return { ...(time ? { time } : {}), ...rules, utcOffset: utc ? 0 : 8 };
}

const HOURS_24 = {
  zh: '小时写作1–24，按“时间为小时结束时刻”理解，请确认。',
  en: 'Hours are written 1–24 and taken as the end of the hour: please confirm.',
};
const HOURS_23 = {
  zh: '时间按“小时开始时刻”理解，如为结束时刻请改正。',
  en: 'Times are taken as the beginning of the hour: change this if they mark its end.',
};

const TIME_IS_UTC = {
  zh: '列名写明为世界时（UTC），按 UTC 换算为北京时间，请确认。',
  en: 'The column says UTC; times are converted to Beijing time: please confirm.',
};

/** Names that are no station's own but most likely mean one. */
function stationsOf(
  names: ReadonlySet<string>,
  byName: (name: string) => StationDevice | undefined,
  devices: readonly StationDevice[],
  warnings: Sentence[],
): Record<string, string> {
  const stations: Record<string, string> = {};
  for (const name of names) {
    const device = devices.some((d) => d.names.includes(name)) ? undefined : byName(name);
    if (device) stations[name] = device.station;
  }
  const said = Object.entries(stations).slice(0, 5);
  if (said.length > 0)
    warnings.push({
      zh: `站点名称与登记的不同，按相近的对应：${said.map(([name, code]) => `“${name}”→${code}`).join('、')}，请确认。`,
      en: `Station names differ from the registered ones and were matched by likeness: ${said.map(([name, code]) => `“${name}” → ${code}`).join(', ')}; please confirm.`,
    });
  return stations;
}

const SENTINEL = /^-?9{3,7}(\.[09]+)?$/;

/** How numbers are written: decimal comma, and which numbers stand for “no data”. */
function notation(texts: readonly string[], warnings: Sentence[]): Pick<ImportMapping, 'decimal' | 'missing'> {
  const comma = texts.some((t) => /^-?\d+,(\d{1,2}|\d{4,})$/.test(t)) && !texts.some((t) => /^-?\d+\.\d+$/.test(t));
  if (comma)
    warnings.push({
      zh: '数值以逗号作小数点（如 12,5），请确认。',
      en: 'Numbers have a decimal comma (like 12,5): please confirm.',
    });
  const marks = new Set(MISSING_MARKS);
  const seen = [...new Set(texts.filter((t) => SENTINEL.test(t)))];
  for (const mark of seen) marks.add(String(Number(mark)));
  if (seen.length > 0)
    warnings.push({
      zh: `${seen.map((m) => `“${m}”`).join('、')}按无数据处理，请确认。`,
      en: `${seen.map((m) => `“${m}”`).join(', ')} is taken as no data: please confirm.`,
    });
  return { decimal: comma ? ',' : '.', missing: [...marks] };
}
