import { day, month, oneOf, searchOf, whole, words } from '../app/search.ts';

export const validateInspections = searchOf({
  kind: words,
  street: words,
  unit: words,
  from: day,
  until: day,
  result: oneOf('sound', 'findings'),
  open: oneOf('1'),
  q: words,
});
export const validateMissing = searchOf({ kind: words, month, street: words });
export const validateDue = searchOf({ whose: oneOf('all') });
export const validateCalendar = searchOf({ month, day, kind: words });
export const validateNew = searchOf({ kind: words, ledger: words, entry: whole, name: words, follows: whole });
