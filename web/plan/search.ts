import { day, searchOf, whole, words, year } from '../app/search.ts';

/** What the address of this page may say. */
export const validatePlan = searchOf({
  year,
  version: whole,
  asOf: day,
  chapter: whole,
  unit: words,
  street: words,
  lamp: words,
  deadline: words,
  q: words,
  compare: words,
});
