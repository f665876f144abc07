import { daysOfMonth, requireDate } from '#standards/editions';
import { TSP_RANKING } from './settings.table.ts';

/** A half-month; first and last day included. */
export type HalfMonth = {
  /** 'YYYY-MM-a' the first half, 'YYYY-MM-b' the second; plain string order is the order of time */
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly zh: string;
};

/** A month's first or second half; the second ends with the month (28 to 31). */
export function half(month: string, which: 'a' | 'b'): HalfMonth {
  const end = daysOfMonth(month);
  const cut = TSP_RANKING.firstHalfEnds;
  const [from, to] = which === 'a' ? [1, cut] : [cut + 1, end];
  const day = (n: number) => `${month}-${String(n).padStart(2, '0')}`;
  const [year, number] = month.split('-').map(Number);
  return {
    id: `${month}-${which}`,
    first: day(from),
    last: day(to),
    days: to - from + 1,
    zh: `${year}年${number}月${from}日-${to}日`,
  };
}

/** The half-month of a day 'YYYY-MM-DD'. */
export const halfMonthOf = (date: string): HalfMonth =>
  half(requireDate(date).slice(0, 7), Number(date.slice(8)) <= TSP_RANKING.firstHalfEnds ? 'a' : 'b');

/** The 24 half-months of a year, in order. */
export const halfMonthsOfYear = (year: number): HalfMonth[] =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).flatMap((month) => [
    half(month, 'a'),
    half(month, 'b'),
  ]);
