import { type EnoughDays, monthValid, yearValid } from '#standards/gb-3095';
import type { Pollutant } from '#standards/pollutants';
import { type Hj663Edition, qualityEdition } from './editions.ts';
import { PERCENTILE_ONLY, STANDS_IN } from './rules.table.ts';

const rowOf = (pollutant: Pollutant): Pollutant =>
  PERCENTILE_ONLY.some((one) => one === pollutant) ? STANDS_IN : pollutant;

/** Whether a month's statistics are valid (27 days, February 25), CO and O3 included; null without a rule. */
export const statisticMonthValid = (edition: Hj663Edition, pollutant: Pollutant, month: number, days: number) =>
  monthValid(qualityEdition(edition), rowOf(pollutant), month, days);

/** Whether a year's statistics are valid (324 days and every month), CO and O3 included; null without a rule. */
export const statisticYearValid = (edition: Hj663Edition, pollutant: Pollutant, counts: EnoughDays) =>
  yearValid(qualityEdition(edition), rowOf(pollutant), counts);
