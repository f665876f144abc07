import { type Cell, textOf } from '../read/cells.ts';
import type { ImportMapping } from '../wire.ts';
import { formatReader, hourBegin, type TimeFault, type WallTime, wallTimeOf } from './time.ts';
import { type Channel, channelOf, incomplete } from './units.ts';

/** How one row is read: where its station, its hour and its values stand. */
export type RowReader = {
  channels: readonly Channel[];
  stationOf(cells: readonly Cell[]): string;
  /** instant (ms) of the hour's beginning, or what is wrong with it */
  hourOf(cells: readonly Cell[]): number | { fault: TimeFault; column: string; value: string };
  /** wide: one text per channel */
  textsOf(cells: readonly Cell[]): string[];
  /** long: which channel (index, -1 for an item that is not mapped) and its text */
  itemOf?(cells: readonly Cell[]): { name: string; index: number; text: string };
  columnOf(channel: number): string;
  isMissing(text: string): boolean;
};

/**
 * Binds a mapping to a file's columns.
 * @throws Refusal import_mapping_incomplete: a column that the file does not have, an unknown quantity or unit
 */
export function rowReader(mapping: ImportMapping, columns: readonly string[]): RowReader {
  const at = (name: string): number => {
    const index = columns.indexOf(name);
    if (index >= 0) return index;
    throw incomplete(
      `文件中没有列“${name}”，请在映射中改选；文件的列有：${columns.slice(0, 30).join('、')}`,
      `the file has no column “${name}”; choose another in the mapping. Its columns are: ${columns.slice(0, 30).join(', ')}`,
    );
  };
  if (mapping.channels.length === 0)
    throw incomplete(
      '映射中没有任何监测项目，请至少选择一列',
      'the mapping names no quantity; choose at least one column',
    );
  const channels = mapping.channels.map((c) => channelOf(c.column, c.pollutant, c.unit));
  const twice = channels.find((c, i) => channels.findIndex((o) => o.pollutant === c.pollutant) !== i);
  if (twice && mapping.layout === 'wide')
    throw incomplete(
      `有两列都对应 ${twice.pollutant}，请只保留一列`,
      `two columns lead to ${twice.pollutant}; keep one of them`,
    );
  const missing = new Set(mapping.missing.map((text) => text.toLowerCase()));
  const { station } = mapping;
  const stationColumn = 'column' in station ? at(station.column) : -1;
  const base = {
    channels,
    stationOf: (cells: readonly Cell[]) => ('code' in station ? station.code : textOf(cells[stationColumn])),
    hourOf: hourReader(mapping, at),
    columnOf: (channel: number) => mapping.channels[channel]!.column,
    isMissing: (text: string) => text === '' || missing.has(text.toLowerCase()),
  };
  if (mapping.layout === 'wide') {
    const places = mapping.channels.map((c) => at(c.column));
    return { ...base, textsOf: (cells) => places.map((place) => textOf(cells[place])) };
  }
  if (!mapping.item)
    throw incomplete('长表需要指明项目列与数值列', 'a long table needs its columns of item and of value');
  const item = at(mapping.item.column);
  const value = at(mapping.item.value);
  const byName = new Map(mapping.channels.map((c, i) => [c.column, i]));
  return {
    ...base,
    textsOf: () => [],
    itemOf(cells) {
      const name = textOf(cells[item]);
      return { name, index: byName.get(name) ?? -1, text: textOf(cells[value]) };
    },
  };
}

function hourReader(mapping: ImportMapping, at: (name: string) => number): RowReader['hourOf'] {
  const { time } = mapping;
  if ('column' in time) {
    const place = at(time.column);
    const read = time.format ? formatReader(time.format) : wallTimeOf;
    return (cells) => finish(read(textOf(cells[place])), time.column, () => textOf(cells[place]), false);
  }
  const hourPlace = at(time.hour);
  if ('date' in time) {
    const place = at(time.date);
    const text = (cells: readonly Cell[]) => `${textOf(cells[place]).split(/[ T]/)[0]}`;
    return (cells) => {
      const hour = hourNumber(cells[hourPlace]);
      if (hour === null) return { fault: 'unreadable', column: time.hour, value: textOf(cells[hourPlace]) };
      const day = wallTimeOf(`${dateText(text(cells))} 00`);
      return finish(typeof day === 'string' ? day : { ...day, hour }, time.date, () => textOf(cells[place]), true);
    };
  }
  const places = [time.year, time.month, time.day].map(at) as [number, number, number];
  return (cells) => {
    const [year, month, day] = places.map((place) => wholeNumber(cells[place])) as [number, number, number];
    const hour = hourNumber(cells[hourPlace]);
    const shown = () => [...places, hourPlace].map((place) => textOf(cells[place])).join(' ');
    if (hour === null || [year, month, day].some(Number.isNaN))
      return { fault: 'unreadable', column: time.year, value: shown() };
    return finish({ year, month, day, hour, minute: 0 }, time.year, shown, true);
  };

  function finish(read: WallTime | TimeFault, column: string, value: () => string, hourColumn: boolean) {
    const instant = typeof read === 'string' ? read : hourBegin(read, mapping, hourColumn);
    return typeof instant === 'string' ? { fault: instant, column, value: value() } : instant;
  }
}

/** Excel's day number as a date; other texts stay. */
const dateText = (text: string) =>
  /^\d{5}$/.test(text) ? new Date((Number(text) - 25_569) * 86_400_000).toISOString().slice(0, 10) : text;

const wholeNumber = (cell: Cell | undefined): number => {
  const text = textOf(cell).replace(/[年月日]$/, '');
  return /^\d{1,4}(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
};

/** 13, 13:00, 13时, 13点 */
function hourNumber(cell: Cell | undefined): number | null {
  const found = /^(\d{1,2})(?:\.0+|:00(?::00)?|时|点|时00分)?$/.exec(textOf(cell));
  return found ? Number(found[1]) : null;
}
