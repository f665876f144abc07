import { isDate } from '#standards/editions';
import { isNumeric } from '#standards/gb-t-8170';
import type { VocLimitRow } from './limits.table.ts';

export type VocSettings = {
  /**
   * GB/T 8170-2008 cl. 4.3: the value as measured (全数值比较法), or rounded to the limit's decimals first (修约值比较法).
   * The full value rules where a standard does not say otherwise; several coating standards are said to ask for the other.
   */
  readonly comparison: 'full' | 'rounded';
  /** which day chooses the edition: that of making 生产 or that of use 使用 */
  readonly editionBy: 'manufacture' | 'use';
  /** rows that rest on one source decide too, or leave the entry open until a district has read the text */
  readonly oneSourceDecides: boolean;
  /** rows that a district has read in the text of a standard; they go before the rows of the book */
  readonly additionalRows: readonly VocLimitRow[];
};
export const VOC_SETTINGS: VocSettings = {
  comparison: 'full',
  editionBy: 'manufacture',
  oneSourceDecides: true,
  additionalRows: [],
};

/** What a row lacks before it may be added: an officer types it in from the standard. */
export function rowProblems(row: VocLimitRow): ('path' | 'limit' | 'citation' | 'source' | 'date')[] {
  const empty = (text: string) => text.trim() === '';
  return [
    ...(row.path.length === 0 || row.path.some(empty) ? (['path'] as const) : []),
    ...(isNumeric(row.limit) && !row.limit.startsWith('-') ? [] : (['limit'] as const)),
    ...(empty(row.citation) ? (['citation'] as const) : []),
    ...(empty(row.source) ? (['source'] as const) : []),
    ...(isDate(row.inForce.from) ? [] : (['date'] as const)),
  ];
}
