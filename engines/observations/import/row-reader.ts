import { type Cell, textOf } from '#platform/sheets';
import type { ImportMapping } from '../wire.ts';
import { type HourFault, hourReader } from './hour-reader.ts';
import { type Channel, channelOf, incomplete } from './units.ts';

/** How one row is read: where its station, its hour and its values stand. */
export type RowReader = {
  channels: readonly Channel[];
  /** the name or code of the station; '' where columns are stations */
  stationOf(cells: readonly Cell[]): string;
  /** instant (ms) of the hour's beginning, or what is wrong with it */
  hourOf(cells: readonly Cell[]): number | HourFault;
  /** wide: one text per channel; across: one per station column */
  textsOf(cells: readonly Cell[]): string[];
  /** long and across: which channel and its text (across: '') */
  itemOf?(cells: readonly Cell[]): { name: string; index: number; text: string };
  /** across: the columns that are stations */
  stationColumns: readonly string[];
  columnOf(channel: number): string;
  isMissing(text: string): boolean;
};

/** `index` of an item that is not mapped, and of one that is left out on purpose. */
export const UNMAPPED = -1;
export const IGNORED = -2;

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
  const channels = mapping.channels.map((c) => channelOf(c.column, c.pollutant, c.unit, mapping.decimal));
  const twice = channels.find((c, i) => channels.findIndex((o) => o.pollutant === c.pollutant) !== i);
  if (twice && mapping.layout === 'wide')
    throw incomplete(
      `有两列都对应 ${twice.pollutant}，请只保留一列`,
      `two columns lead to ${twice.pollutant}; keep one of them`,
    );
  const { station } = mapping;
  if ((mapping.layout === 'across') !== 'columns' in station)
    throw incomplete(
      '只有“站点横排”的表才把列作为站点，请改选排列方式或站点来源',
      'columns are stations in a table with stations across, and only there; change the layout or where the station stands',
    );
  const stationColumn = 'column' in station ? at(station.column) : -1;
  const stationColumns = 'columns' in station ? station.columns : [];
  const base = {
    channels,
    stationColumns,
    stationOf: (cells: readonly Cell[]) => ('code' in station ? station.code : textOf(cells[stationColumn])),
    hourOf: hourReader(mapping, at),
    columnOf: (channel: number) => mapping.channels[channel]!.column,
    isMissing: missingTest(mapping.missing),
  };
  if (mapping.layout === 'wide') {
    const places = mapping.channels.map((c) => at(c.column));
    return { ...base, textsOf: (cells) => places.map((place) => textOf(cells[place])) };
  }
  if (!mapping.item || (mapping.layout === 'long' && !mapping.item.value))
    throw incomplete('请指明项目列与数值列', 'say which columns hold the item and the value');
  const item = at(mapping.item.column);
  const value = mapping.layout === 'long' ? at(mapping.item.value!) : -1;
  const byName = new Map(mapping.ignored.map((name) => [name, IGNORED]));
  mapping.channels.forEach((c, i) => {
    byName.set(c.column, i);
  });
  const places = stationColumns.map(at);
  return {
    ...base,
    textsOf: (cells) => places.map((place) => textOf(cells[place])),
    itemOf(cells) {
      const name = textOf(cells[item]);
      return { name, index: byName.get(name) ?? UNMAPPED, text: value < 0 ? '' : textOf(cells[value]) };
    },
  };
}

/** Marks are compared without case; a mark that is a number stands for every way to write it. */
function missingTest(marks: readonly string[]): RowReader['isMissing'] {
  const texts = new Set(['', ...marks.map((mark) => mark.toLowerCase())]);
  const numbers = new Set(marks.filter((mark) => mark.trim() !== '').map(Number));
  numbers.delete(Number.NaN);
  return (text) => texts.has(text) || texts.has(text.toLowerCase()) || (numbers.size > 0 && numbers.has(Number(text)));
}
