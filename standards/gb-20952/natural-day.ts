import { requireDate } from '#standards/editions';

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Beijing time is UTC+8 all year */
const OFFSET = 8 * HOUR;

/** First instant of a natural day 自然日 in Beijing, ms since 1970 UTC. */
export const dayStart = (date: string): number => Date.parse(`${requireDate(date)}T00:00:00Z`) - OFFSET;
/** First instant after it. */
export const dayEnd = (date: string): number => dayStart(date) + DAY;
/** The natural day in Beijing of an instant. */
export const naturalDay = (ms: number): string => new Date(ms + OFFSET).toISOString().slice(0, 10);
/** The day after. */
export const nextDay = (date: string): string => naturalDay(dayEnd(date));
