import type { Averaging } from '#standards/gb-3095';
import type { SixPollutant } from '#standards/pollutants';

type Statistics = {
  /** whether the annual mean is judged, by the limit of the year */
  readonly annualMean: boolean;
  /** which percentile of the day values is judged, % */
  readonly percentile: number;
  /** by which limit the percentile is judged */
  readonly percentileLimit: Averaging;
  /** what the composite index takes: the mean over the annual limit, or the percentile */
  readonly composite: 'annualMean' | 'percentile';
};

/** HJ 663-2013 table 1 (the same list is reported of 2026); composite: 环办〔2014〕64号. */
export const ANNUAL_STATISTICS: Record<SixPollutant, Statistics> = {
  SO2: { annualMean: true, percentile: 98, percentileLimit: 'day', composite: 'annualMean' },
  NO2: { annualMean: true, percentile: 98, percentileLimit: 'day', composite: 'annualMean' },
  PM10: { annualMean: true, percentile: 95, percentileLimit: 'day', composite: 'annualMean' },
  PM25: { annualMean: true, percentile: 95, percentileLimit: 'day', composite: 'annualMean' },
  CO: { annualMean: false, percentile: 95, percentileLimit: 'day', composite: 'percentile' },
  O3: { annualMean: false, percentile: 90, percentileLimit: 'mda8', composite: 'percentile' },
};

/** HJ 663 cl. 4.3 (2013) and HJ 663-2026: the 8-hour means of a day end at 08:00 to 24:00; 14 of the 17 make it valid. */
export const EIGHT_HOURS = { span: 8, leastHours: 6, firstEnd: 8, lastEnd: 24, leastMeans: 14 } as const;

/**
 * GB 3095 table 4 has no year of CO and O3, whose year is a percentile of day values: HJ 663 asks the same of them
 * (reported, not read: confidence M).
 */
export const PERCENTILE_ONLY: readonly SixPollutant[] = ['CO', 'O3'];
/** the pollutant whose row of table 4 stands in, for the largest hour of O3 too */
export const STANDS_IN: SixPollutant = 'NO2';

export const HOURS_OF_DAY = 24;
