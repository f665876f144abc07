import { instantOf } from '#protocols/hj-212';

const EIGHT_HOURS = 8 * 3_600_000;
/** seconds since 1970 are below this until the year 5138, milliseconds above it since 1973 */
const MS_FROM = 1e11;
const SECONDS_FROM = 1e8;
const WRITTEN =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * The instant (ms since 1970) of a time as devices write it: seconds or milliseconds since 1970, the 14 digits of HJ 212, or a
 * date and a time, which without a zone is Beijing's. Null for what is no time.
 */
export function instantOfTime(time: unknown): number | null {
  if (typeof time === 'number') return ofNumber(time);
  if (typeof time !== 'string') return null;
  const text = time.trim();
  if (/^\d{14,17}$/.test(text)) return instantOf(text);
  if (/^\d{9,13}(\.\d+)?$/.test(text)) return ofNumber(Number(text));
  const match = WRITTEN.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone] = match;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const whole = new Date(at);
  if (whole.getUTCMonth() !== Number(month) - 1 || whole.getUTCDate() !== Number(day) || Number(hour) > 23) return null;
  return at + Math.floor(Number(`0.${fraction}`) * 1000) - offsetOf(zone);
}

function ofNumber(value: number): number | null {
  if (value >= MS_FROM) return Math.round(value);
  return value >= SECONDS_FROM ? Math.round(value * 1000) : null;
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return EIGHT_HOURS;
  if (/^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
