/** The days on which any of the three standards changes; the editions themselves stand in their own folders. */
export const RULE_BOOK_DAYS = [
  { id: '2013', from: '2013-01-01' },
  { id: '2026-transition', from: '2026-03-01' },
  { id: '2031-final', from: '2031-01-01' },
] as const;
export type RuleBookId = (typeof RULE_BOOK_DAYS)[number]['id'];
