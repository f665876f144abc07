import type { Cited } from '#standards/editions';
import type { AqiItem, Hj633Edition } from './breakpoints.table.ts';

/** What practice does otherwise than the text of an edition, and is therefore set. */
export type Hj633Settings = {
  /**
   * particles of the real-time report. moving24h: their mean of the last 24 h, beside O3 over 1 h and 8 h (text of 2012).
   * hour: their hour value on the 24 h breakpoints, and O3 by the hour alone (the national platform, at least since 2016;
   * the text of 2026)
   */
  readonly realtimePmBasis: 'moving24h' | 'hour';
  /** a real-time AQI with a missing item is published only above this; null: always */
  readonly realtimeIncompleteAbove: number | null;
};

export type IndexEdition = Cited & {
  readonly edition: Hj633Edition;
  /** items of the daily and of the real-time report, in the order of the standard's tables */
  readonly daily: readonly AqiItem[];
  readonly realtime: readonly AqiItem[];
  /** whether concentrations are rounded by GB/T 8170 before the index (cl. 4.2.2, 4.2.3 of 2026) */
  readonly roundsFirst: boolean;
  /** an AQI with a missing item is published only above this; null: always published */
  readonly incompletePublishedAbove: number | null;
  readonly defaults: Hj633Settings;
};

/** A report of six hour values. */
export const HOUR_ITEMS: readonly AqiItem[] = ['SO2_1h', 'NO2_1h', 'CO_1h', 'O3_1h', 'PM10_1h', 'PM25_1h'];

/** In force for the country from 2016-01-01, in Beijing and the other key cities by 2013-01-01. */
export const INDEX_EDITIONS: readonly IndexEdition[] = [
  {
    edition: 'HJ633-2012',
    inForce: { from: '2013-01-01', until: '2026-02-28' },
    citation: 'HJ 633-2012 cl. 4 and 5, tables 1 to 4',
    checkedOn: '2026-11-23',
    confidence: 'H',
    daily: ['SO2_24h', 'NO2_24h', 'PM10_24h', 'CO_24h', 'O3_1h', 'O3_8h', 'PM25_24h'],
    realtime: ['SO2_1h', 'NO2_1h', 'CO_1h', 'O3_1h', 'O3_8h', 'PM10_24h', 'PM25_24h'],
    roundsFirst: false,
    incompletePublishedAbove: null,
    defaults: { realtimePmBasis: 'moving24h', realtimeIncompleteAbove: null },
  },
  {
    edition: 'HJ633-2026',
    inForce: { from: '2026-03-01' },
    citation: 'HJ 633-2026 cl. 4.2, 4.3 and 5.3, tables 1 to 3',
    checkedOn: '2026-11-23',
    confidence: 'H',
    daily: ['SO2_24h', 'NO2_24h', 'CO_24h', 'O3_8h', 'PM10_24h', 'PM25_24h'],
    realtime: HOUR_ITEMS,
    roundsFirst: true,
    incompletePublishedAbove: 100,
    defaults: { realtimePmBasis: 'hour', realtimeIncompleteAbove: 100 },
  },
];

/** Above this AQI a primary pollutant is named; an index above the second figure exceeds. */
export const PRIMARY_ABOVE = 50;
export const EXCEEDS_ABOVE = 100;
