import { day, oneOf, searchOf, words } from '../app/search.ts';

/** What the address of this page may say. */
export const validateSystem = searchOf({
  q: words,
  actor: words,
  action: words,
  subject: words,
  from: day,
  until: day,
  state: oneOf('waiting', 'running', 'done', 'failed', 'cancelled'),
});
