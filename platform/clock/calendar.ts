/** 'YYYY-MM-DD', Beijing time */
export type CalendarDate = string;

const DAY = 86_400_000;
const OFFSET = 8 * 3_600_000;
const at = (date: CalendarDate) => Date.parse(`${date}T00:00:00Z`);
const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The Beijing date of an instant. */
export const dateOf = (instant: Date): CalendarDate => text(instant.getTime() + OFFSET);
/** The instant at which a Beijing date begins. */
export const startOfDay = (date: CalendarDate): Date => new Date(at(date) - OFFSET);
/** The beginning of hour 0 … 23 of a date. */
export const hourStart = (date: CalendarDate, hour: number): Date => new Date(at(date) - OFFSET + hour * 3_600_000);

export const isCalendarDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at(value)) && text(at(value)) === value;

export const addDays = (date: CalendarDate, days: number): CalendarDate => text(at(date) + days * DAY);
/** whole days from a to b, negative when b is earlier */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => Math.round((at(b) - at(a)) / DAY);
export const compareDates = (a: CalendarDate, b: CalendarDate): number => (a < b ? -1 : a > b ? 1 : 0);

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));
export const monthOf = (date: CalendarDate): string => date.slice(0, 7);
export const yearStart = (date: CalendarDate): CalendarDate => `${date.slice(0, 4)}-01-01`;
/** 0 = Sunday */
export const weekdayOf = (date: CalendarDate): number => new Date(at(date)).getUTCDay();

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
/** of 'YYYY-MM' */
export function lastDayOfMonth(month: string): CalendarDate {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${days}`;
}
/** the same day some months on, or that month's last day where it is shorter (29 February → 28) */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(month);
  const wanted = `${month}-${date.slice(8)}`;
  return wanted > last ? last : wanted;
}
/** every date from first to last, both included; empty when last is earlier */
export function datesBetween(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i));
}
/** 'YYYY-MM' of every month that the dates touch */
export function monthsOf(first: CalendarDate, last: CalendarDate): string[] {
  const months: string[] = [];
  for (let at = `${first.slice(0, 7)}-01`; at <= last; at = addMonths(at, 1)) months.push(at.slice(0, 7));
  return months;
}
