import { z } from 'zod';
import { addDays, isCalendarDate, weekdayOf } from '#platform/clock';

const date = z.string().refine(isCalendarDate, 'a date like 2021-10-01');
const span = z
  .string()
  .refine((v) => v.split('..').every(isCalendarDate), 'a date or a span like 2021-10-01..2021-10-07');

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month like 2021-09');

export const settingsSchema = z.strictObject({
  utc_offset_hours: z.literal(8),
  bulletin_issuer: z.strictObject({ unit: z.string(), seal_zh: z.string(), number_prefix: z.string() }),
  heating_season: z.strictObject({ begins: z.string().regex(/^\d\d-\d\d$/), ends: z.string().regex(/^\d\d-\d\d$/) }),
  about_tolerance: z.number().min(0).max(0.5),
  basically_tolerance: z.number().min(0).max(0.5).default(0.05),
  area_valid_share: z.number().gt(0).max(1),
  sand_deduction: z.enum(['hours', 'days']),
  composite_rounding: z.enum(['sumThenRound', 'roundEachThenSum']),
  tiles: z.strictObject({ url: z.string(), attribution: z.string() }).nullable(),
  editions: z.array(z.strictObject({ standard: z.string(), edition: z.string(), from: date, until: date.optional() })),
  observations: z
    .strictObject({
      /** share of an hour's minutes that valid values must stand for */
      hour_valid_share: z.number().gt(0).max(1).default(0.75),
      /** minutes after an hour's end before it is computed */
      hour_grace_minutes: z.number().min(0).max(30).default(1),
      /** valid hours of a valid day of a device where GB 3095 table 4 names none */
      day_valid_hours: z.int().min(1).max(24).default(20),
      /** months after which packets, what they replaced and frames that were kept leave the database for the archive */
      keep_packet_months: z.int().min(1).max(1200).default(36),
      keep_replaced_months: z.int().min(1).max(1200).default(36),
      keep_frame_months: z.int().min(1).max(1200).default(12),
    })
    .prefault({}),
  /** which entries a month's inspection rate is of: on the books when it begins, or on any of its days */
  inspections: z.strictObject({ members: z.enum(['start', 'any']).default('any') }).prefault({}),
  supervision: z
    .strictObject({
      /** the day of the next month by which a month's report is due, and the first month that is reported */
      report_due_day: z.int().min(1).max(28).default(5),
      reports_from: month.default('2100-01'),
      /** days before something is due on which its unit is reminded */
      remind_days: z.array(z.int().min(1).max(60)).default([7, 3, 1]),
      /** what stands before the year in the number of a supervision letter, and days until it is to be answered */
      letter_prefix: z.string().min(1).default('督'),
      letter_answer_days: z.int().min(1).max(90).default(7),
      /** points of a full score's parts */
      score_weights: z
        .strictObject({
          lamps: z.number().min(0).default(40),
          reports: z.number().min(0).default(20),
          letters: z.number().min(0).default(10),
          extensions: z.number().min(0).default(5),
          ledgers: z.number().min(0).default(15),
          findings: z.number().min(0).default(10),
        })
        .prefault({}),
    })
    .prefault({}),
  working_calendar: z.strictObject({ holidays: z.array(span), workdays: z.array(date) }),
});
export type DistrictSettings = z.infer<typeof settingsSchema>;

export const demoSchema = z.strictObject({
  today: date,
  plans: z.array(z.strictObject({ year: z.int(), effective_on: date })),
  observations: z.array(z.strictObject({ file: z.string(), map: z.string() })),
  replays: z.array(z.strictObject({ from: z.int(), to: z.int(), label_zh: z.string(), label_en: z.string() })),
  /** bulletins that the office is shown to have issued, each on a day of the month after its own */
  bulletins: z
    .array(z.strictObject({ kind: z.string(), from: month, until: month, issue_day: z.int().min(1).max(28) }))
    .default([]),
});
export type DemoSettings = z.infer<typeof demoSchema>;

/** Whether a date is a working day by the district's calendar: named holidays and make-up days, else the weekday. */
export function isWorkingDay(settings: DistrictSettings, on: string): boolean {
  const { holidays, workdays } = settings.working_calendar;
  if (workdays.includes(on)) return true;
  const inSpan = (text: string) => {
    const [from, until = from] = text.split('..') as [string, string?];
    return on >= from && on < addDays(until, 1);
  };
  if (holidays.some(inSpan)) return false;
  return weekdayOf(on) % 6 !== 0;
}
