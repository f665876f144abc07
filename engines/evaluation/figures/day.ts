import { limitIn } from '#standards/gb-3095';
import type { Exact } from '#standards/gb-t-8170';
import { exactDailyMean, exactLargestHour, exactMda8 } from '#standards/hj-663';
import type { SixPollutant } from '#standards/pollutants';
import type { RuleBook } from '#standards/rule-book';
import { DAY_ITEMS, type DayItem, SAND_ITEMS } from './items.ts';

/** The 24 hours of a day of one quantity; [0] is the hour from 00:00 to 01:00. Shortest decimals; null = no valid value. */
export type DayHours = readonly (number | null)[];

/** One row of `day_value`. */
export type DayValue = {
  readonly item: DayItem;
  /** true: made without the hours of sand */
  readonly withoutSand: boolean;
  readonly hours: number;
  readonly mean: Exact | null;
  readonly least: number | null;
  readonly greatest: number | null;
};

/** Class 2: where people live, trade and work. */
const CITY = 2;

function itemMean(book: RuleBook, item: (typeof DAY_ITEMS)[number], hours: DayHours): Exact | null {
  if (item.key === 'O3_8h') {
    const limit = limitIn(book.quality, 'O3', 'mda8', CITY);
    return limit && exactMda8(hours, limit.value).value;
  }
  if (item.key === 'O3_1h') return exactLargestHour(book.evaluation, hours);
  return exactDailyMean(book.evaluation, item.pollutant, hours).mean;
}

/**
 * What one device's hours make of a day, by one rule book.
 * @param hoursOf the day's 24 hours of a pollutant, null where the device does not measure it
 * @param sandy which of the 24 hours lie in a sand period; none → no value without sand
 * @returns a row for every item that has at least one hour
 */
export function dayValues(
  book: RuleBook,
  hoursOf: (pollutant: SixPollutant) => DayHours | null,
  sandy: readonly boolean[] = [],
): DayValue[] {
  return DAY_ITEMS.flatMap((item) => {
    const hours = hoursOf(item.pollutant);
    if (!hours || hours.every((value) => value === null)) return [];
    const row = (values: DayHours, withoutSand: boolean): DayValue => {
      const there = values.filter((value) => value !== null);
      return {
        item: item.key,
        withoutSand,
        hours: there.length,
        mean: itemMean(book, item, values),
        least: there.length ? Math.min(...there) : null,
        greatest: there.length ? Math.max(...there) : null,
      };
    };
    if (!SAND_ITEMS.includes(item.key) || !sandy.some(Boolean)) return [row(hours, false)];
    return [
      row(hours, false),
      row(
        hours.map((value, i) => (sandy[i] ? null : value)),
        true,
      ),
    ];
  });
}
