import { useUrlValues } from '../shared/use-url-state.ts';

const DAY = 86_400_000;
const OFFSET = 8 * 3_600_000;
/** days that are shown when the address says nothing */
const USUAL_DAYS = 7;

/** The day that it is in the district; packets of devices carry real time, also in a demonstration. */
export const realToday = (): string => new Date(Date.now() + OFFSET).toISOString().slice(0, 10);
const back = (date: string, days: number) => new Date(Date.parse(date) - days * DAY).toISOString().slice(0, 10);

/** The period that the address names, a week until today otherwise. */
export function usePeriod(): { from: string; until: string; today: string } {
  const [search] = useUrlValues();
  const today = realToday();
  const until = search.until && search.until <= today ? search.until : today;
  const from = search.from && search.from <= until ? search.from : back(until, USUAL_DAYS - 1);
  return { from, until, today };
}
