import { oneOf, searchOf, words } from '../app/search.ts';

/** What the address of this page may say. */
export const validateImport = searchOf({
  tab: oneOf('plan', 'observations', 'sand'),
  file: words,
  trial: words,
  work: words,
});
