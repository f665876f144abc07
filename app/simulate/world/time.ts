export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const BEIJING = 8 * HOUR;
const YEAR = 365.2425 * DAY;

/** Days since 1970 in Beijing time. */
export const dayOf = (instant: number): number => Math.floor((instant + BEIJING) / DAY);
/** Hour of the day in Beijing time, with its fraction: 8.5 is half past eight. */
export const hourOf = (instant: number): number => ((((instant + BEIJING) % DAY) + DAY) % DAY) / HOUR;
/** 0 Sunday … 6 Saturday, Beijing time; 1970-01-01 was a Thursday. */
export const weekdayOf = (instant: number): number => (dayOf(instant) + 4) % 7;
/** 0 … 1 through the year */
export const yearShareOf = (instant: number): number => ((instant + BEIJING) / YEAR) % 1;
/** The instant at which a Beijing day begins. */
export const dayStart = (day: number): number => day * DAY - BEIJING;
