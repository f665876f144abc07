import { type CalendarDate, dateOf } from './calendar.ts';

export type Clock = { now(): Date; today(): CalendarDate; readonly fixed: boolean };

export const systemClock: Clock = { now: () => new Date(), today: () => dateOf(new Date()), fixed: false };

/** A clock whose calendar stands on one date; the time of day goes on. Time stamps of records use `new Date()` all the same. */
export function fixedClock(date: CalendarDate): Clock {
  return {
    now: () => new Date(Date.parse(`${date}T00:00:00+08:00`) + ((Date.now() + 8 * 3_600_000) % 86_400_000)),
    today: () => date,
    fixed: true,
  };
}
