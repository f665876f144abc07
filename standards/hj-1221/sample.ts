import { daysOfMonth, isDate } from '#standards/editions';
import { compareDecimal, divide, exact, isNumeric, type Numeric, roundExact, subtract } from '#standards/gb-t-8170';
import { convertDustfall, type DustfallSample, dustfall, dustfallReport } from './dustfall.ts';
import { HJ1221 } from './limits.table.ts';

/** A dish as it comes from the laboratory; what is not there is null. */
export type Dish = { readonly [Key in keyof DustfallSample]: DustfallSample[Key] | null };
export type Weighed =
  | {
      /** t/(km²·30 d), all digits that the rounding of GB/T 8170 needs: 4 decimals */
      readonly exact4: string;
      /** printed, one decimal, '<0.3' below the detection limit */
      readonly text: string;
      readonly belowDetection: boolean;
      readonly belowQuantification: boolean;
      readonly reason: null;
    }
  | { readonly exact4: null; readonly text: null; readonly reason: 'incomplete' | 'no-exposure' };

const MINUTE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})$/;
const minutes = (moment: string): number => {
  const [, day = '', hour, minute] = MINUTE.exec(moment) ?? [];
  if (!isDate(day) || Number(hour) > 24 || Number(minute) > 59)
    throw new RangeError(`not a time of the form YYYY-MM-DDTHH:MM: ${JSON.stringify(moment)}`);
  const days = Date.parse(`${day}T00:00:00Z`);
  return days / 60_000 + Number(hour) * 60 + Number(minute);
};

/** Days between setting out and taking in a dish ('YYYY-MM-DDTHH:MM'), to 0.1 as the standard asks; null when not positive. */
export function exposureDays(setOut: string, takenIn: string): string | null {
  const between = minutes(takenIn) - minutes(setOut);
  return between <= 0 ? null : roundExact(divide(exact(between), exact(HJ1221.minutesPerDay)), HJ1221.dayDecimals);
}

/**
 * The dustfall of a dish, or why there is none. A mass that is missing is not zero; a net mass at or below zero is a
 * figure below the detection limit.
 */
export function weigh({ w1, w0, wc, areaSquareCentimetres, days }: Dish): Weighed {
  const none = (reason: 'incomplete' | 'no-exposure') => ({ exact4: null, text: null, reason }) as const;
  if (![w1, w0, wc, areaSquareCentimetres, days].every(isNumeric)) return none('incomplete');
  const sample = { w1, w0, wc, areaSquareCentimetres, days } as DustfallSample;
  if ([sample.areaSquareCentimetres, sample.days].some((x) => compareDecimal(x, 0) <= 0)) return none('no-exposure');
  const exact4 = roundExact(dustfall(sample), 4);
  return { exact4, ...dustfallReport(roundExact(dustfall(sample), 12)), reason: null };
}

/** A 30-day value as that of a calendar month 'YYYY-MM', printed: × days/30. */
export const perCalendarMonth = (per30Days: Numeric, month: string): string =>
  roundExact(convertDustfall(per30Days, 't/(km2·30d)', `t/(km2·month${daysOfMonth(month)})`), HJ1221.decimals);

/** A calendar month's value as one of 30 days, printed. */
export const per30Days = (perMonth: Numeric, month: string): string =>
  roundExact(convertDustfall(perMonth, `t/(km2·month${daysOfMonth(month)})`, 't/(km2·30d)'), HJ1221.decimals);

/** Net grams of a dish, exact; for taking out what fell on the sand days. */
export const netGrams = ({ w1, w0, wc }: Pick<DustfallSample, 'w1' | 'w0' | 'wc'>) =>
  subtract(subtract(exact(w1), exact(w0)), exact(wc));
