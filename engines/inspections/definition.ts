import type { Column } from '#engines/ledgers';
import type { Sentence } from '#platform/refusal';

/** One line of a check-list. */
export type CheckItem = {
  /** camel case, its own within the kind */
  readonly id: string;
  /** what is as it should be: 出入口洗轮机正常使用 */
  readonly title: Sentence;
  readonly help?: Sentence;
  /** how bad it is when it is not */
  readonly severity: 'minor' | 'serious';
  /** the clause that asks for it: 大气污染防治法第六十九条 */
  readonly basis?: string;
  /** days in which a finding has to be mended; the kind's own when left out */
  readonly mendDays?: number;
};

/** A kind of visit or sampling, declared once. */
export type InspectionKind = {
  /** `dust.site-visit`: chapter and name */
  readonly id: string;
  readonly title: Sentence;
  /** what one is called when counted: 次检查 */
  readonly counts: Sentence;
  readonly about: Sentence;
  /** the entries of which ledgers are visited; without any it is made at a place */
  readonly of: { readonly ledgers: readonly string[] } | 'place';
  readonly checklist: readonly CheckItem[];
  /** what is written down besides the check-list: penalty, plate, measured value … */
  readonly columns?: readonly Column[];
  /** of an entry visited every month: the columns that say from when until when it is on the books (dates or months) */
  readonly members?: { readonly from: string; readonly until: string };
  /** how often each entry has to be seen, and how many visits a month are planned for the whole district */
  readonly every?: { readonly months: number };
  readonly monthlyQuota?: number;
  /** days in which findings have to be mended where the item says nothing */
  readonly mendDays: number;
  /** a visit between 22:00 and 6:00 is what it is for */
  readonly atNight?: boolean;
};
