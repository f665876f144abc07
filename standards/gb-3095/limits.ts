import { inForceOn } from '#standards/editions';
import { POLLUTANTS, type Pollutant } from '#standards/pollutants';
import { type Averaging, type Gb3095Edition, LIMIT_EDITIONS } from './limits.table.ts';

export type { Averaging, Gb3095Edition } from './limits.table.ts';
/** 1: nature reserves and scenic areas; 2: where people live, trade and work. */
export type AirClass = 1 | 2;
export const GB3095_EDITIONS = LIMIT_EDITIONS.map(({ edition }) => edition);

export type Limit = {
  readonly edition: Gb3095Edition;
  readonly pollutant: Pollutant;
  readonly averaging: Averaging;
  readonly airClass: AirClass;
  /** decimal string in `unit`; a value equal to it attains */
  readonly value: string;
  readonly unit: string;
  readonly citation: string;
};

/** The edition in force on a day ('YYYY-MM-DD'); null before 2013, when the system knows no edition. */
export const editionOn = (date: string): Gb3095Edition | null => inForceOn(LIMIT_EDITIONS, date)?.edition ?? null;

/** Which document an edition is. */
export const citationOf = (edition: Gb3095Edition): string =>
  LIMIT_EDITIONS.find((row) => row.edition === edition)?.citation as string;

/** The limit of one edition; null when the edition sets none for that pollutant and averaging time (e.g. CO by year). */
export function limitIn(
  edition: Gb3095Edition,
  pollutant: Pollutant,
  averaging: Averaging,
  airClass: AirClass,
): Limit | null {
  const book = LIMIT_EDITIONS.find((row) => row.edition === edition);
  const value = book?.limits[pollutant]?.[averaging]?.[airClass - 1];
  if (!book || value === undefined) return null;
  return { edition, pollutant, averaging, airClass, value, unit: POLLUTANTS[pollutant].unit, citation: book.citation };
}

/** The limit in force on a day; null when there is none. */
export function limitOn(date: string, pollutant: Pollutant, averaging: Averaging, airClass: AirClass): Limit | null {
  const edition = editionOn(date);
  return edition && limitIn(edition, pollutant, averaging, airClass);
}
