import { day, searchOf } from '../app/search.ts';

/** What the address of this page may say. */
export const validateOverview = searchOf({ asOf: day });
