import { month, oneOf, searchOf, words } from '../app/search.ts';

export const TABS = ['owed', 'review', 'letters', 'extensions', 'strikeOffs', 'meetings'] as const;
export type Tab = (typeof TABS)[number];
export const validateSupervision = searchOf({ tab: oneOf(...TABS), unit: words });
export const validateScores = searchOf({ month });
