import { requireDate } from '#standards/editions';
import { type Gb3095Edition, citationOf as qualityCitation, editionOn as qualityOn } from '#standards/gb-3095';
import { type Hj633Edition, citationOf as indexCitation, editionOn as indexOn } from '#standards/hj-633';
import { citationOf as evaluationCitation, editionOn as evaluationOn, type Hj663Edition } from '#standards/hj-663';
import { RULE_BOOK_DAYS, type RuleBookId } from './rule-book.table.ts';

export type { RuleBookId } from './rule-book.table.ts';
export type RuleBook = {
  readonly id: RuleBookId;
  /** first day of force */
  readonly from: string;
  readonly index: Hj633Edition;
  readonly quality: Gb3095Edition;
  readonly evaluation: Hj663Edition;
};

/** All rule books, oldest first. */
export const RULE_BOOKS: readonly RuleBook[] = RULE_BOOK_DAYS.map(({ id, from }) => ({
  id,
  from,
  index: indexOn(from) as Hj633Edition,
  quality: qualityOn(from) as Gb3095Edition,
  evaluation: evaluationOn(from) as Hj663Edition,
}));

/** The documents of a rule book, for the page behind a figure: limits, index, evaluation. */
export const citationsOf = ({ quality, index, evaluation }: RuleBook): string[] => [
  qualityCitation(quality),
  indexCitation(index),
  evaluationCitation(evaluation),
];

/** The rule book of an id, as a stored figure carries it. */
export const ruleBookOf = (id: RuleBookId): RuleBook => RULE_BOOKS.find((book) => book.id === id) as RuleBook;

/** The rule book in force on a day ('YYYY-MM-DD'); null before 2013. */
export const ruleBookOn = (date: string): RuleBook | null => {
  requireDate(date);
  return RULE_BOOKS.findLast(({ from }) => from <= date) ?? null;
};

/** The rule books that a period from first to last day touches, oldest first; more than one means that it crosses a change. */
export function ruleBooksBetween(first: string, last: string): RuleBook[] {
  const start = ruleBookOn(first)?.from ?? first;
  requireDate(last);
  return RULE_BOOKS.filter(({ from }) => from >= start && from <= last);
}

/** The one rule book for both sides of a comparison: that of the last day of the later period. */
export const ruleBookForComparison = (lastDays: readonly [string, string]): RuleBook | null =>
  ruleBookOn(lastDays[0] > lastDays[1] ? requireDate(lastDays[0]) : requireDate(lastDays[1]));
