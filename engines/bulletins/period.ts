import { addMonths, type CalendarDate, isCalendarDate, lastDayOfMonth } from '#platform/clock';
import { Refusal } from '#platform/refusal';

/** A calendar month, with both its ends and how Chinese text names it. */
export type Month = {
  /** '2021-10' */
  readonly id: string;
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** 2021年10月 */
  readonly zh: string;
};

/** @throws Refusal bad_request when the text is no month like 2021-10 */
export function monthOfText(text: string): Month {
  const from = `${text}-01`;
  if (!/^\d{4}-\d{2}$/.test(text) || !isCalendarDate(from)) {
    throw new Refusal(
      'bad_request',
      { zh: `“${text}”不是月份，请写成 2021-10 的形式。`, en: `"${text}" is not a month; write it like 2021-10.` },
      { month: text },
    );
  }
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5));
  return { id: text, year, month, from, until: lastDayOfMonth(text), zh: `${year}年${month}月` };
}

/** The month some months on (negative: before). */
export const monthsOn = (month: Month, count: number): Month => monthOfText(addMonths(month.from, count).slice(0, 7));

/** A date as documents write it: 2021年11月8日. */
export const dateZh = (date: CalendarDate): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/** A monthly bulletin needs its month to be over. @throws Refusal value_out_of_range */
export function requireEnded(month: Month, today: CalendarDate): void {
  if (month.until < today) return;
  throw new Refusal(
    'value_out_of_range',
    {
      zh: `${month.zh}尚未结束（今天是${dateZh(today)}），请在月末之后再编制该月通报。`,
      en: `${month.id} is not over yet (today is ${today}); make its bulletin after the month's end.`,
    },
    { month: month.id, today },
  );
}
