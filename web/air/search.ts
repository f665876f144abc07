import { day, month, searchOf, words, year } from '../app/search.ts';

/** What the address of this page may say. */
export const validateAir = searchOf({
  asOf: day,
  scope: words,
  view: words,
  year,
  month,
  pollutant: words,
  date: day,
  from: day,
  until: day,
  evidence: words,
  edition: words,
});
