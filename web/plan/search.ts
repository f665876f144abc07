import { day, listOf, oneOf, searchOf, whole, words, year } from '../app/search.ts';

/** What the address of this page may say: which plan as of when, what is shown of it, and which comparison is open. */
export const validatePlan = searchOf({
  year,
  version: whole,
  asOf: day,
  chapter: listOf(whole),
  unit: words,
  role: oneOf('lead', 'support'),
  street: words,
  lamp: words,
  deadline: words,
  q: words,
  /** a version number, or `last-year` */
  compare: words,
});
export type PlanSearch = ReturnType<typeof validatePlan>;
