import { inForceOn } from '#standards/editions';
import type { SixPollutant } from '#standards/pollutants';
import type { AqiItem, Hj633Edition } from './breakpoints.table.ts';
import { type Hj633Settings, HOUR_ITEMS, INDEX_EDITIONS, type IndexEdition } from './editions.table.ts';

export type { Hj633Settings } from './editions.table.ts';
export const HJ633_EDITIONS = INDEX_EDITIONS.map(({ edition }) => edition);
export type ReportKind = 'daily' | 'realtime';

/** The edition in force on a day ('YYYY-MM-DD'); null before 2013, when the system knows no edition. */
export const editionOn = (date: string): Hj633Edition | null => inForceOn(INDEX_EDITIONS, date)?.edition ?? null;

/** The row of an edition. */
export const indexEdition = (edition: Hj633Edition): IndexEdition =>
  INDEX_EDITIONS.find((row) => row.edition === edition) as IndexEdition;

/** The edition's default settings with what is set otherwise. */
export const settingsOf = (edition: Hj633Edition, own: Partial<Hj633Settings> = {}): Hj633Settings => ({
  ...indexEdition(edition).defaults,
  ...own,
});

/** The items of a report, in the standard's order. */
export const itemsOf = (edition: Hj633Edition, kind: ReportKind, own?: Partial<Hj633Settings>): readonly AqiItem[] =>
  kind === 'realtime' && settingsOf(edition, own).realtimePmBasis === 'hour' ? HOUR_ITEMS : indexEdition(edition)[kind];

/** 'PM25_24h' → 'PM25' */
export const itemPollutant = (item: AqiItem): SixPollutant => item.slice(0, item.indexOf('_')) as SixPollutant;

/** Which document and clauses an edition is. */
export const citationOf = (edition: Hj633Edition): string => indexEdition(edition).citation;
