import { day, listOf, oneOf, searchOf, words, year } from '../app/search.ts';

/** What the address of this page may say. */
export const validateAir = searchOf({
  asOf: day,
  scope: words,
  view: words,
  year,
  pollutant: words,
  date: day,
  from: day,
  until: day,
  evidence: words,
  edition: words,
  sand: oneOf('excluded'),
  layout: oneOf('dates', 'weeks'),
  station: words,
  pollutants: listOf(words),
  first: day,
  last: day,
});
