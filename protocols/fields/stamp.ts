import { daysOfMonth } from '#standards/editions';

/** 00 … 99 */
const TWO = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/** Year, month, day, hour, minute, second of 20YY in Beijing time as an ISO text; null when it is not in the calendar. */
export function stampOf(parts: ArrayLike<number>): string | null {
  const [year, month, day] = [parts[0] as number, parts[1] as number, parts[2] as number];
  const [hour, minute, second] = [parts[3] as number, parts[4] as number, parts[5] as number];
  const date = year <= 99 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!date || !(hour <= 23 && minute <= 59 && second <= 59)) return null;
  const yearMonth = `20${TWO[year]}-${TWO[month]}`;
  if (day > 28 && day > daysOfMonth(yearMonth)) return null;
  return `${yearMonth}-${TWO[day]}T${TWO[hour]}:${TWO[minute]}:${TWO[second]}+08:00`;
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

/** 0x59 → 59; a nibble above 9 gives what is no part of a time. */
const NO_DIGIT = 255;
export const ofBcd = (byte: number): number =>
  byte >> 4 > 9 || (byte & 15) > 9 ? NO_DIGIT : (byte >> 4) * 10 + (byte & 15);
export const toBcd = (n: number): number => (Math.floor(n / 10) << 4) | (n % 10);
