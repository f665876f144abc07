import { type Cell, textOf } from '#platform/sheets';
import type { ImportMapping } from '../wire.ts';
import { formatReader, hourBegin, type TimeFault, type WallTime, wallTimeOf } from './time.ts';

export type HourFault = { fault: TimeFault; column: string; value: string };
type Read = (cells: readonly Cell[]) => number | HourFault;

/** How the hour of a row is read: from one column, from date and hour, or from year, month, day and hour. */
export function hourReader(mapping: ImportMapping, at: (column: string) => number): Read {
  const { time } = mapping;
  const finish = (read: WallTime | TimeFault, column: string, value: () => string, hourColumn: boolean) => {
    const instant = typeof read === 'string' ? read : hourBegin(read, mapping, hourColumn);
    return typeof instant === 'string' ? { fault: instant, column, value: value() } : instant;
  };
  if ('column' in time) {
    const place = at(time.column);
    const read = time.format ? formatReader(time.format) : wallTimeOf;
    return once(
      (cells) => textOf(cells[place]),
      (text) => finish(read(text), time.column, () => text, false),
    );
  }
  const hourPlace = at(time.hour);
  if ('date' in time) {
    const place = at(time.date);
    return (cells) => {
      const hour = hourNumber(cells[hourPlace]);
      if (hour === null) return { fault: 'unreadable', column: time.hour, value: textOf(cells[hourPlace]) };
      const day = wallTimeOf(`${dateText(textOf(cells[place]).split(/[ T]/)[0]!)} 00`);
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
}

/** Rows of the same hour stand together in many tables: the last answer is kept. */
function once(textAt: (cells: readonly Cell[]) => string, read: (text: string) => number | HourFault): Read {
  let last: { text: string; answer: number | HourFault } | undefined;
  return (cells) => {
    const text = textAt(cells);
    if (last?.text !== text) last = { text, answer: read(text) };
    return last.answer;
  };
}

/** Excel's day number as a date; other texts stay. */
const dateText = (text: string) =>
  /^\d{5}(\.0+)?$/.test(text) ? new Date((Number(text) - 25_569) * 86_400_000).toISOString().slice(0, 10) : text;

const wholeNumber = (cell: Cell | undefined): number => {
  const text = textOf(cell).replace(/[年月日]$/, '');
  return /^\d{1,4}(\.0+)?$/.test(text) ? Number(text) : Number.NaN;
};

const HOUR = /^(\d{1,2})(?:\.0+|:00(?::00)?|时|点|时00分)?$/;
/** what a workbook makes of a cell that holds a time of day only */
const TIME_OF_DAY = /^(?:1899-12-3[01]|1900-01-0[01]|1904-01-01) (\d{2}):00:00$/;

/** 13, 13:00, 13时, 13点; a workbook's time of day, also as the fraction of a day */
function hourNumber(cell: Cell | undefined): number | null {
  const text = textOf(cell);
  const found = HOUR.exec(text) ?? TIME_OF_DAY.exec(text);
  if (found) return Number(found[1]);
  if (!/^0?\.\d{3,}$/.test(text)) return null;
  const hour = Number(text) * 24;
  return Math.abs(hour - Math.round(hour)) < 0.001 ? Math.round(hour) : null;
}
