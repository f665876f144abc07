const MOST_MONTHS = 240;

/** '2016-11', '2017-02' → the months from the first to the last, both included; of a very long stretch its end. */
export function monthsBetween(first: string, last: string): string[] {
  const from = indexOf(first);
  const until = indexOf(last);
  const start = Math.max(from, until - MOST_MONTHS + 1);
  return Array.from({ length: Math.max(0, until - start + 1) }, (_, i) => nameOf(start + i));
}

/** '2016-02' → 696 */
export const hoursOf = (month: string): number => {
  const [year, no] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, no, 0)).getUTCDate() * 24;
};

const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const nameOf = (index: number) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
