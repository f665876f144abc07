import { daysOfMonth } from '#standards/editions';

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

/** Year, month, day, hour, minute, second of 20YY in Beijing time as an ISO text; null when it is not in the calendar. */
export function stampOf(parts: ArrayLike<number>): string | null {
  const [year, month, day, hour, minute, second] = [parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]] as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const within =
    year <= 99 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 59;
  if (!within) return null;
  const yearMonth = `20${two(year)}-${two(month)}`;
  if (day > 28 && day > daysOfMonth(yearMonth)) return null;
  return `${yearMonth}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}+08:00`;
}

const STAMP = /^20(\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\+08:00$/;

/** The six numbers of a stamp as `stampOf` writes it; a RangeError that names the field otherwise. */
export function partsOf(stamp: string, field: string): number[] {
  const match = STAMP.exec(stamp);
  const parts = match?.slice(1).map(Number);
  if (!parts || stampOf(parts) === null)
    throw new RangeError(`${field}: ${JSON.stringify(stamp)} is not a time like 2026-01-31T08:00:00+08:00`);
  return parts;
}

/** 0x59 → 59; a nibble above 9 gives NaN, which is no part of a time. */
export const ofBcd = (byte: number): number =>
  byte >> 4 > 9 || (byte & 15) > 9 ? Number.NaN : (byte >> 4) * 10 + (byte & 15);
export const toBcd = (n: number): number => (Math.floor(n / 10) << 4) | (n % 10);
