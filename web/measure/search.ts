import { day, searchOf, whole, words } from '../app/search.ts';

/** What the address of this page may say. */
export const validateMeasure = searchOf({ version: whole, asOf: day, evidence: words });
