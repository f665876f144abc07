import type { BulletinBlock } from '../wire.ts';
import { SIZE } from './layout.table.ts';

/** A bulletin as it goes to paper. */
export type Paper = {
  readonly title: string;
  readonly issuer: string;
  /** 西环空通〔2021〕10号; null for a draft */
  readonly number: string | null;
  /** 'YYYY-MM-DD'; null for a draft */
  readonly issuedOn: string | null;
  /** printed beside the number of a version that is no longer in force */
  readonly corrected: boolean;
  /** 主送机关, on its own line before the text */
  readonly recipient?: string;
  readonly blocks: readonly BulletinBlock[];
};

export type Table = Extract<BulletinBlock, { kind: 'table' }>;
export type Chart = Extract<BulletinBlock, { kind: 'chart' }>;

/** The line below the issuing organ's name. */
export const numberLine = (paper: Paper): string =>
  paper.number === null ? '（草稿，未编号）' : `${paper.number}${paper.corrected ? '（已更正，以新版为准）' : ''}`;

/** The issuing organ's name as large as fits on one line, at most the mark's size; points. */
export const markSize = (issuer: string): number =>
  Math.min(SIZE.mark, Math.floor(436 / Math.max(1, [...issuer].length)));

/** Width of a line of text in characters of its size: Latin letters, digits and blanks take about half. */
export const widthInCharacters = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.codePointAt(0)! < 0x2000 ? 0.5 : 1), 0);

/**
 * Blanks to the right of the issuing unit and its date: the date stands four characters in, the unit is centred above it
 * (GB/T 9704-2012 cl. 7.3.5.1), and neither passes the text's edge.
 * @returns right indents in characters
 */
export function signatureIndents(issuer: string, date: string): { issuer: number; date: number } {
  const half = (widthInCharacters(issuer) - widthInCharacters(date)) / 2;
  const dateIndent = Math.max(4, half);
  return { issuer: dateIndent - half, date: dateIndent };
}

/** Columns of a table: what each needs, as shares of the whole (widest cell of each column, within bounds). */
export function columnShares(table: Table): number[] {
  const columns = Math.max(...table.rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => {
    const cells = table.rows.map((row) =>
      widthInCharacters((row[i]?.runs ?? []).map((run) => (typeof run === 'string' ? run : run.text)).join('')),
    );
    return Math.min(10, Math.max(3, ...cells));
  });
  const whole = widths.reduce((a, b) => a + b, 0);
  return widths.map((width) => width / whole);
}

/** Numbers the captions of tables and charts: 表1, 图1, in reading order. */
export function captioned(blocks: readonly BulletinBlock[]): { block: BulletinBlock; caption: string }[] {
  const counts = { table: 0, chart: 0 };
  return blocks.map((block) => {
    if (block.kind !== 'table' && block.kind !== 'chart') return { block, caption: '' };
    counts[block.kind] += 1;
    return { block, caption: `${block.kind === 'table' ? '表' : '图'}${counts[block.kind]}　${block.caption}` };
  });
}

/** Heads of the columns: rows at the top whose every cell is a header. */
export const headerRows = (table: Table): number => {
  const first = table.rows.findIndex((row) => !row.every((cell) => cell.header));
  return first === -1 ? table.rows.length : first;
};
