import { isDate } from '#standards/editions';
import { toScaled } from '#standards/gb-t-8170';
import { NO_UNITS } from '#standards/hj-633';
import { HOURS_OF_DAY } from '#standards/hj-663';
import type { SixPollutant } from '#standards/pollutants';

export { NO_UNITS } from '#standards/hj-633';

/** Hour values as integers of their `decimals`-th decimal (CO 1.2 mg/m³ with one is 12); NO_UNITS = no valid value. */
export type HourColumn = { readonly units: Int32Array; readonly decimals: number };
/** The hours of a year in order, [0] from 00:00 to 01:00 of 1 January, all 8,760 or 8,784 of them. */
export type StationHours = Readonly<Record<SixPollutant, HourColumn>>;

/**
 * The largest value that a column may hold: 10,000 µg/m³ with three decimals. Times the common denominator of day
 * means, summed over a year and shifted by a decimal it is still a safe integer.
 */
export const LARGEST_UNITS = 10_000_000;

/** Days of each month. */
export function monthsOfYear(year: number): number[] {
  const february = isDate(`${year}-02-29`) ? 29 : 28;
  return [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
}

/** Numbers as an integer column; a RangeError for a number with more decimals or too large a size. */
export function hourColumn(values: readonly (number | null)[], decimals: number): HourColumn {
  const units = values.map((value) => {
    const scaled = value === null ? NO_UNITS : toScaled(value, decimals);
    if (scaled === null) throw new RangeError(`${value} has more than ${decimals} decimals`);
    if (value !== null && Math.abs(scaled) > LARGEST_UNITS) throw new RangeError(`too large for a column: ${value}`);
    return scaled;
  });
  return { units: Int32Array.from(units), decimals };
}

/** How many days a column has; a RangeError when it is not whole days or holds a value beyond LARGEST_UNITS. */
export function daysOfColumn({ units }: HourColumn): number {
  if (units.length % HOURS_OF_DAY !== 0) throw new RangeError(`not whole days: ${units.length} hours`);
  for (let i = 0; i < units.length; i += 1) {
    const value = units[i] as number;
    if ((value > LARGEST_UNITS || value < -LARGEST_UNITS) && value !== NO_UNITS)
      throw new RangeError(`too large for a column: ${value} at hour ${i}`);
  }
  return units.length / HOURS_OF_DAY;
}
