import type { Exact } from '#standards/gb-t-8170';
import type { AqiItem } from '#standards/hj-633';
import type { SixPollutant } from '#standards/pollutants';

/**
 * What is known of a day, one row each: which pollutant it is made of, which item of the index it is, and which
 * statistics a period makes of it. O3 has two: its largest 8-hour mean and its largest hour (index of 2012 only).
 */
export const DAY_ITEMS = [
  { key: 'SO2', pollutant: 'SO2', index: 'SO2_24h', mean: true, percentile: true },
  { key: 'NO2', pollutant: 'NO2', index: 'NO2_24h', mean: true, percentile: true },
  { key: 'PM10', pollutant: 'PM10', index: 'PM10_24h', mean: true, percentile: true },
  { key: 'PM25', pollutant: 'PM25', index: 'PM25_24h', mean: true, percentile: true },
  { key: 'CO', pollutant: 'CO', index: 'CO_24h', mean: true, percentile: true },
  { key: 'O3_8h', pollutant: 'O3', index: 'O3_8h', mean: false, percentile: true },
  { key: 'O3_1h', pollutant: 'O3', index: 'O3_1h', mean: false, percentile: false },
] as const satisfies readonly {
  key: string;
  pollutant: SixPollutant;
  index: AqiItem;
  mean: boolean;
  percentile: boolean;
}[];

export type DayItem = (typeof DAY_ITEMS)[number]['key'];
export type PerItem<T> = Record<DayItem, T>;
export const ITEM_KEYS: readonly DayItem[] = DAY_ITEMS.map(({ key }) => key);

/** One record with an entry for every item. */
export const perItem = <T>(make: (item: (typeof DAY_ITEMS)[number]) => T): PerItem<T> =>
  Object.fromEntries(DAY_ITEMS.map((item) => [item.key, make(item)])) as PerItem<T>;

/** The item that a period's statistics of a pollutant are made of: O3 is judged by its 8-hour means. */
export const itemOf = (pollutant: SixPollutant): DayItem => (pollutant === 'O3' ? 'O3_8h' : pollutant);

/** Only particles are corrected for sand (CNEMC practice since 2017): gases and day counts stay as they are. */
export const SAND_ITEMS: readonly DayItem[] = ['PM10', 'PM25'];

/** A device's or an area's value of one item on one day: `mean` is unrounded and null when it is not valid. */
export type ItemValue = { readonly hours: number; readonly mean: Exact | null };
