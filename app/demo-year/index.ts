/**
 * The demonstration's year 模拟年度: a plausible year of all ledgers and visits, made up and marked as such.
 *
 * What a district's `demo/` folder says (how many, when, which shares, which streets are behind) is drawn by a seed, so
 * that it is the same at every run and one more line does not change the rest. Every row goes through the same check as a
 * person's; nothing is known of days after the one the demonstration stands on.
 */
export { loadYear, type YearLoaded } from './load.ts';
export { readYearProfile, type YearProfile } from './profile.ts';
