import { month, searchOf, words, year } from '../app/search.ts';

/** What the address of this page may say. */
export const validateBulletins = searchOf({ year, state: words, preview: month });
