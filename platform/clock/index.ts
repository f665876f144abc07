/**
 * Clock 时钟: what time it is, and calendar arithmetic on plain dates.
 *
 * Beijing time is UTC+8 without summer time: a date is the string 'YYYY-MM-DD', an hour is the Date of its beginning,
 * and between them stands plain arithmetic. Whoever asks what day it is asks a `Clock`, so that a demonstration or a
 * test can stand on another day.
 */

export {
  addDays,
  addMonths,
  type CalendarDate,
  compareDates,
  dateOf,
  datesBetween,
  daysBetween,
  daysInMonth,
  hourStart,
  isCalendarDate,
  lastDayOfMonth,
  monthOf,
  monthsOf,
  startOfDay,
  weekdayOf,
  yearOf,
  yearStart,
} from './calendar.ts';
export { type Clock, fixedClock, systemClock } from './clock.ts';
