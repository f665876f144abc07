/**
 * Rest of the year 全年均值推算: what a yearly mean with a season comes to.
 *
 * A mean that has a season (PM2.5 of a northern winter) cannot be drawn on as it stands in October. Each whole month so far
 * is set against the same month of the year before; the months to come are taken as those of the year before times such a
 * ratio. The ratios are draws of one lognormal whose mean and spread are only as well known as their months allow, so the
 * range widens when few months are over or when they disagree. It is meant to hold four times of five.
 */
export { FEWEST_MONTHS, type MonthPair, type RestOfYear, restOfYear } from './rest-of-year.ts';
