const EIGHT_HOURS = 8 * 3_600_000;
const digits = (value: number, length: number) => String(value).padStart(length, '0');

/** An instant (ms since 1970) as the standard writes it, Beijing time: YYYYMMDDhhmmss. */
export function timeText(instant: number): string {
  const t = new Date(instant + EIGHT_HOURS);
  const day = `${digits(t.getUTCFullYear(), 4)}${digits(t.getUTCMonth() + 1, 2)}${digits(t.getUTCDate(), 2)}`;
  return `${day}${digits(t.getUTCHours(), 2)}${digits(t.getUTCMinutes(), 2)}${digits(t.getUTCSeconds(), 2)}`;
}

/** A QN: the instant to the millisecond, 17 digits. Two exchanges with a device never share one. */
export const qnAt = (instant: number): string =>
  `${timeText(instant)}${digits(new Date(instant).getUTCMilliseconds(), 3)}`;

/**
 * The instant (ms since 1970) of a DataTime, SystemTime or QN in Beijing time. 14 digits; devices also send 15 to 18, of
 * which the first 14 are the time and three more the milliseconds. Null for a text that is no time (month 13, hour 24).
 */
export function instantOf(text: string): number | null {
  if (!/^\d{14,18}$/.test(text)) return null;
  const part = (from: number, length: number) => Number(text.slice(from, from + length));
  const [year, month, day, hour, minute, second] = [
    part(0, 4),
    part(4, 2),
    part(6, 2),
    part(8, 2),
    part(10, 2),
    part(12, 2),
  ];
  const instant = Date.UTC(year, month - 1, day, hour, minute, second) - EIGHT_HOURS;
  if (timeText(instant) !== text.slice(0, 14)) return null;
  return text.length === 17 ? instant + part(14, 3) : instant;
}
