/** First and last day of force, both included; without `until` the row is still in force. */
export type InForce = { readonly from: string; readonly until?: string };
export type Dated = { readonly inForce: InForce };

/** H: read in the official text or a bulletin that reproduces; M: reported by others; L: general knowledge, a setting. */
export type Confidence = 'H' | 'M' | 'L';
export type Cited = Dated & { readonly citation: string; readonly checkedOn: string; readonly confidence: Confidence };

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a calendar month 'YYYY-MM'; a RangeError when it is none. */
export function daysOfMonth(text: string): number {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  const [year, month] = [Number(match?.[1]), Number(match?.[2])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && !leap ? 28 : DAYS[month - 1];
  if (!match || !days) throw new RangeError(`not a month of the form YYYY-MM: ${JSON.stringify(text)}`);
  return days;
}

/** Whether a text is a day of the calendar, 'YYYY-MM-DD'. */
export function isDate(text: string): boolean {
  const match = /^(\d{4}-(?:0[1-9]|1[0-2]))-(\d{2})$/.exec(text);
  const day = Number(match?.[2]);
  return match !== null && day >= 1 && day <= daysOfMonth(match[1] as string);
}

/** The same text; a RangeError when it is not 'YYYY-MM-DD'. */
export function requireDate(text: string): string {
  if (!isDate(text)) throw new RangeError(`not a date of the form YYYY-MM-DD: ${JSON.stringify(text)}`);
  return text;
}

/** The row in force on a day, or null when the table knows none for it. The latest row wins where days overlap. */
export function inForceOn<Row extends Dated>(rows: readonly Row[], date: string): Row | null {
  requireDate(date);
  const ruling = rows.filter(({ inForce }) => inForce.from <= date && (!inForce.until || date <= inForce.until));
  return ruling.reduce<Row | null>((best, row) => (best && best.inForce.from >= row.inForce.from ? best : row), null);
}
