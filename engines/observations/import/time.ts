import type { ImportMapping } from '../wire.ts';
import { incomplete } from './units.ts';

/** Wall time as it stands in the file; `hour` may be 24. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number; offset?: number };
export type TimeFault =
  | 'unreadable'
  | 'no_hour'
  | 'not_whole_hour'
  | 'hour_24'
  | 'hour_0'
  | 'no_such_date'
  | 'ambiguous';

const HOUR = 3_600_000;
const YEAR_FIRST =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})(?:\s*(?:[:：时点])\s*(\d{1,2})?)?(?:\s*[:：分]\s*(\d{1,2})?(?:\.\d+)?秒?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})[T\s]*(?:(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const DAY_FIRST = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/;

/** Reads what files write as a time: 2016-01-05 13:00, 2016/1/5 13, 20160105 13, 2016年1月5日13时, ISO with offset, Excel's day numbers. */
export function wallTimeOf(text: string): WallTime | TimeFault {
  if (/^\d{5}(\.\d+)?$/.test(text)) return ofSerial(Number(text));
  const found = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (!found) return DAY_FIRST.test(text) ? 'ambiguous' : 'unreadable';
  if (found[4] === undefined) return 'no_hour';
  return rounded(found[1]!, found[2]!, found[3]!, found[4], found[5], found[6], offsetOf(found[7]));
}

/** Excel counts days from 1899-12-30. */
function ofSerial(days: number): WallTime | TimeFault {
  const at = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  if (Number.isInteger(days)) return { ...wall(at), hour: 0 };
  return wall(at);
}
const wall = (at: Date): WallTime => ({
  year: at.getUTCFullYear(),
  month: at.getUTCMonth() + 1,
  day: at.getUTCDate(),
  hour: at.getUTCHours(),
  minute: at.getUTCMinutes(),
});

function rounded(
  y: string,
  mo: string,
  d: string,
  h: string,
  mi?: string,
  s?: string,
  offset?: number,
): WallTime | TimeFault {
  if (Number(s ?? 0) !== 0) return 'not_whole_hour';
  return { year: +y, month: +mo, day: +d, hour: +h, minute: Number(mi ?? 0), offset };
}

function offsetOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (text.toUpperCase() === 'Z') return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  return sign * (Number(text.slice(1, 3)) + Number(text.slice(-2)) / 60);
}

const TOKENS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '\\d{2}',
};

/**
 * A reader for a stated format of YYYY MM M DD D HH H mm ss and what stands between them, e.g. 'DD/MM/YYYY HH:mm'.
 * @throws Refusal import_mapping_incomplete when year, month, day or hour is not in it
 */
export function formatReader(format: string): (text: string) => WallTime | TimeFault {
  const parts = format.split(/(YYYY|MM|M|DD|D|HH|H|mm|ss)/);
  const has = (a: string, b = a) => parts.includes(a) || parts.includes(b);
  if (!has('YYYY') || !has('MM', 'M') || !has('DD', 'D') || !has('HH', 'H')) {
    throw incomplete(
      `时间格式“${format}”缺少年、月、日或时，请写成如 YYYY-MM-DD HH:mm`,
      `the time format “${format}” lacks year, month, day or hour; write it like YYYY-MM-DD HH:mm`,
    );
  }
  const pattern = new RegExp(`^${parts.map((p) => TOKENS[p] ?? p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('')}$`);
  return (text) => {
    const found = pattern.exec(text)?.groups;
    if (!found) return 'unreadable';
    return {
      year: +found.year!,
      month: +found.month!,
      day: +found.day!,
      hour: +found.hour!,
      minute: Number(found.minute ?? 0),
    };
  };
}

/**
 * The instant (ms) at which the described hour begins.
 * Hour 24 is 00:00 of the next day; a stamp at the end lies one hour after the beginning.
 */
export function hourBegin(
  at: WallTime,
  rule: Pick<ImportMapping, 'hours' | 'stamp' | 'utcOffset'>,
  hourColumn: boolean,
): number | TimeFault {
  if (at.minute !== 0) return 'not_whole_hour';
  if (at.hour > 24 || at.hour < 0) return 'unreadable';
  if (at.hour === 24 && rule.hours === '0-23') return 'hour_24';
  if (at.hour === 0 && rule.hours === '1-24' && hourColumn) return 'hour_0';
  const day = Date.UTC(at.year, at.month - 1, at.day);
  if (
    !Number.isFinite(day) ||
    new Date(day).getUTCDate() !== at.day ||
    at.month < 1 ||
    at.month > 12 ||
    at.year < 1950 ||
    at.year > 2100
  )
    return 'no_such_date';
  const instant = day + (at.hour - (at.offset ?? rule.utcOffset)) * HOUR;
  return rule.stamp === 'end' ? instant - HOUR : instant;
}
