import { day, oneOf, searchOf, words, year } from '../app/search.ts';

/** What the address of an indicator may say: whose figure, as of when, which of its rows. */
export const validateIndicator = searchOf({
  scope: (value) => /^(district|street|unit|station):[\w-]{1,60}$/.test(value),
  year,
  asOf: day,
  until: day,
  part: oneOf('of', 'base', 'missing', 'rest', 'excluded'),
});

export const validateIndicators = searchOf({ asOf: day, q: words });

export const validateDeclared = searchOf({ indicator: (value) => /^[a-z0-9.-]{1,80}$/.test(value) });
