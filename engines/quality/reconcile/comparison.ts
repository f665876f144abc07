import { standingDevices } from '#engines/devices';
import { CHECKS } from '#methods/sensor-qc';
import { addDays, type CalendarDate, datesBetween, startOfDay } from '#platform/clock';
import type { Db } from '#platform/store';
import { usualRatios } from '../usual.ts';
import { marksFrom } from './day.ts';
import { testGently } from './gently.ts';
import { readMedians } from './medians.ts';
import { hourlyNetwork } from './network.ts';
import { settleMarks } from './settle.ts';

const HOUR = 3_600_000;
/** days before and after a day that it is compared with */
export const AROUND = CHECKS.drift.reach.before / 1440;

/** The days whose comparison a changed day takes part in; days that are not over take part in none. */
export const comparedWith = (day: CalendarDate, today: CalendarDate): CalendarDate[] =>
  datesBetween(addDays(day, -AROUND), addDays(day, AROUND)).filter((one) => one < today);

/**
 * Compares days (drift), each with those around it that are over, and makes the marks be what that says. One reading of
 * the hours serves all of the days.
 */
export async function compareDays(db: Db, days: readonly CalendarDate[], today: CalendarDate) {
  const total = { added: 0, removed: 0, hours: 0 };
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return total;
  const devices = await standingDevices(db);
  const usual = await usualRatios(db);
  const from = addDays(first, -AROUND);
  const until = [addDays(last, AROUND + 1), today].sort()[0]!;
  const begin = startOfDay(from).getTime();
  const hours = Math.max(0, (startOfDay(until).getTime() - begin) / HOUR);
  const medians = await readMedians(db, new Date(begin), hours);
  for (const day of days) {
    const at = (startOfDay(addDays(day, -AROUND)).getTime() - begin) / HOUR;
    const length = Math.min((2 * AROUND + 1) * 24, hours - at);
    const network = hourlyNetwork(devices, medians, usual, begin + at * HOUR, at, length);
    const start = startOfDay(day).getTime();
    const only = { from: start, until: start + 24 * HOUR };
    const findings = await testGently(network, { checks: ['drift'], only });
    const settled = await settleMarks(db, day, ['drift'], marksFrom(findings, devices, day));
    for (const key of ['added', 'removed', 'hours'] as const) total[key] += settled[key];
  }
  return total;
}
