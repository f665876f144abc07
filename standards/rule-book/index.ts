/**
 * Rule book 规则版本: which editions rule together on a day.
 *
 * GB 3095 (limits), HJ 633 (index) and HJ 663 (evaluation) changed together on 2026-03-01, and the limits change again on
 * 2031-01-01. Every computed figure carries the rule book it was computed with, and a comparison of two periods uses one
 * rule book on both sides: the one in force on the last day of the later period.
 */
export {
  citationsOf,
  RULE_BOOKS,
  type RuleBook,
  type RuleBookId,
  ruleBookForComparison,
  ruleBookOf,
  ruleBookOn,
  ruleBooksBetween,
} from './rule-book.ts';
