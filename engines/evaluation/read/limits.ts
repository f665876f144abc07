import { type Averaging, limitIn } from '#standards/gb-3095';
import { SIX_POLLUTANTS } from '#standards/pollutants';
import { RULE_BOOKS } from '#standards/rule-book';
import { DAY_ITEMS } from '../figures/items.ts';

const CITY = 2;
const qualityOf = (edition: string) => RULE_BOOKS.find(({ id }) => id === edition)?.quality;

/** The limit of each item of a day by one rule book (GB 3095, class 2): O3 by its 8-hour mean and by its hour. */
export const dayLimits = (edition: string): Record<string, string> =>
  limits(
    edition,
    DAY_ITEMS.map(({ key, pollutant }) => [
      key,
      pollutant,
      key === 'O3_8h' ? 'mda8' : key === 'O3_1h' ? 'hour' : 'day',
    ]),
  );

/** The limit of an hour of each pollutant; particles have none. */
export const hourLimits = (edition: string): Record<string, string> =>
  limits(
    edition,
    SIX_POLLUTANTS.map((pollutant) => [pollutant, pollutant, 'hour']),
  );

function limits(
  edition: string,
  rows: readonly (readonly [string, (typeof SIX_POLLUTANTS)[number], Averaging])[],
): Record<string, string> {
  const quality = qualityOf(edition);
  return Object.fromEntries(
    rows.flatMap(([key, pollutant, averaging]) => {
      const limit = quality && limitIn(quality, pollutant, averaging, CITY);
      return limit ? [[key, limit.value]] : [];
    }),
  );
}
