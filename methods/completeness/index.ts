/**
 * Completeness 数据完整性: how much of what should be there is there, and why the rest is not.
 *
 * No data, zero, invalid and maintenance are four different things. A step is one of valid, invalid, maintenance, missing;
 * capture is what arrived of what was due, the valid share what can be used of it, with and without the time of announced
 * maintenance. Shares have one decimal. The longest gap is told beside the share, because 75 % with one hole of a week is
 * another record than 75 % spread over the month.
 */
export { type Completeness, completeness, type StepState, stepsDue } from './completeness.ts';
