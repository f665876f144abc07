import { day, oneOf, searchOf, whole, words } from '../app/search.ts';

/** What the address of this page may say. */
export const validateQuality = searchOf({
  view: oneOf('interference', 'calibrations', 'tests'),
  from: day,
  until: day,
  device: words,
  test: words,
  state: oneOf('suspect', 'invalid', 'told'),
  review: oneOf('open', 'provisional', 'audited'),
  mark: whole,
});
