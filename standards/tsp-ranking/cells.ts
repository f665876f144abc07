import type { BothLanguages } from '#standards/editions';

/** What is wrong with a table, and where (row counted from 1 as on paper; null = the table as a whole). */
export type TableProblem = { readonly code: ProblemCode; readonly row: number | null } & BothLanguages;
export type ProblemCode =
  | 'no-head'
  | 'no-rows'
  | 'row-count'
  | 'place-missing'
  | 'place-wrong'
  | 'name-missing'
  | 'value-wrong'
  | 'named-twice';

const TEXTS: Record<ProblemCode, BothLanguages> = {
  'no-head': {
    zh: '未找到表头，请核对是否为该表',
    en: 'the head of the table was not found: check that it is this table',
  },
  'no-rows': { zh: '表中没有数据行', en: 'the table has no rows' },
  'row-count': {
    zh: '行数与通报应有行数不符，请核对是否漏行',
    en: 'another number of rows than printed: check for lost rows',
  },
  'place-missing': { zh: '排序为空或不是整数', en: 'the place is empty or no integer' },
  'place-wrong': { zh: '排序与并列排名规则不符，请核对', en: 'the place does not follow from the rows before it' },
  'name-missing': { zh: '缺少区名或街道（乡镇）名', en: 'the district or the street is missing' },
  'value-wrong': {
    zh: '浓度不是整数，或与名次次序矛盾',
    en: 'the concentration is no integer, or contradicts the places',
  },
  'named-twice': { zh: '同一街道（乡镇）出现两次', en: 'the street is named twice' },
};

export const problem = (code: ProblemCode, row: number | null = null): TableProblem => ({ code, row, ...TEXTS[code] });

/** A cell without blanks, its brackets made alike. */
export const plain = (cell: string | null | undefined): string =>
  (cell ?? '').replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');

/** An integer of a cell, or null. */
export const integer = (cell: string | null | undefined): number | null =>
  /^\d{1,6}$/.test(plain(cell)) ? Number(plain(cell)) : null;

/** Where a head begins in a row of cells: each of its words in the cells that follow one another. */
export function headsIn(row: readonly (string | null)[], words: readonly RegExp[]): number[] {
  const cells = row.map(plain);
  return cells.flatMap((_, at) => (words.every((word, i) => word.test(cells[at + i] ?? '')) ? [at] : []));
}
