import { day, searchOf, whole, words } from '../app/search.ts';

/** What the address of this page may say. */
export const validateSystem = searchOf({
  q: words,
  unit: words,
  actor: words,
  action: words,
  subject: words,
  from: day,
  until: day,
  entry: whole,
});
