/**
 * Run rate 进度外推: what a sum that grows by the week comes to in the end.
 *
 * The weeks so far are taken as draws of what a week brings; those to come bring the same mean, with the same spread, and
 * the mean itself is only as well known as its weeks allow. The range is meant to hold four times of five. A sum does not
 * fall, so its low end is at least what is there.
 */
export { FEWEST_WEEKS, type RunRate, runRate } from './run-rate.ts';
