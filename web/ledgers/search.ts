import { oneOf, searchOf, words } from '../app/search.ts';

/** What the address of a ledger may say; `where` holds the filters of its own columns. */
export const validateLedger = searchOf({
  q: words,
  street: words,
  doubt: oneOf('stale', 'incomplete', 'contradictory'),
  state: oneOf('struck', 'all'),
  where: (value) => value.length <= 1000,
  sort: words,
  entry: (value) => /^(new|\d{1,15})$/.test(value),
  import: oneOf('1'),
  view: oneOf('map'),
});
