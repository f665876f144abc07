import { inForceOn } from '#standards/editions';
import { VOC_GAPS, VOC_LIMITS, type VocGap, type VocLimitRow } from './limits.table.ts';
import { type Family, VOC_STANDARDS, type VocStandard, type VocStandardId } from './standards.table.ts';

/** The standards that rule a family of products on a day. */
export const standardsOn = (date: string, family: Family, purpose: VocStandard['purpose'] = 'limit'): VocStandard[] =>
  (VOC_STANDARDS as readonly VocStandard[]).filter(
    (row) => row.purpose === purpose && row.families.includes(family) && inForceOn([row], date) !== null,
  );

const startsWith = (path: readonly string[], start: readonly string[]) => start.every((name, i) => path[i] === name);

export type Found =
  | { readonly row: VocLimitRow }
  /** the class is not in the table as far as it is known; why, when a gap is stated for it */
  | { readonly row: null; readonly missing: 'no-class' | 'limit-not-sourced'; readonly why: string | null }
  /** the class has several limits below it: one of these has to be named */
  | { readonly row: null; readonly missing: 'class-too-wide'; readonly choices: readonly (readonly string[])[] };

/** The row of a class in a standard, the district's rows first. */
export function findRow(
  standard: VocStandardId,
  date: string,
  path: readonly string[],
  additional: readonly VocLimitRow[],
): Found {
  const rows = [additional, VOC_LIMITS].map((list) =>
    list.filter((row) => row.standard === standard && inForceOn([row], date) !== null),
  );
  for (const list of rows) {
    const row = list.find((one) => one.path.length === path.length && startsWith(one.path, path));
    if (row) return { row };
  }
  const below = rows.flat().filter((row) => startsWith(row.path, path));
  if (path.length > 0 && below.length > 0)
    return { row: null, missing: 'class-too-wide', choices: below.map((row) => row.path) };
  const gaps = (VOC_GAPS as readonly VocGap[]).filter((gap) => gap.standard === standard && startsWith(path, gap.path));
  const gap = gaps.reduce<VocGap | null>(
    (best, one) => (best && best.path.length >= one.path.length ? best : one),
    null,
  );
  return { row: null, missing: gap ? 'limit-not-sourced' : 'no-class', why: gap?.why ?? null };
}

/** All classes of a standard that have a limit on a day, to choose from. */
export const classesOf = (standard: VocStandardId, date: string): (readonly string[])[] =>
  VOC_LIMITS.filter((row) => row.standard === standard && inForceOn([row], date) !== null).map(({ path }) => path);
