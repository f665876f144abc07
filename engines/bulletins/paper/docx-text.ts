import { AlignmentType, type IRunOptions, LineRuleType, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { scripted } from '../scripts.ts';
import type { Run } from '../wording.ts';
import { PAGE, SIZE, WORD_FONTS } from './layout.table.ts';

type Style = { font: string; pt: number; color?: string; bold?: boolean; spacing?: number };

/** Twentieths of a point, Word's unit of lengths. */
export const twips = (pt: number): number => Math.round(pt * 20);

/** Running text with subscripts lowered; figures look like the text around them. */
export function textRuns(runs: readonly Run[], style: Style): ParagraphChild[] {
  const options: IRunOptions = {
    font: { ascii: WORD_FONTS.latin, hAnsi: WORD_FONTS.latin, eastAsia: style.font },
    size: style.pt * 2,
    color: style.color,
    bold: style.bold,
    characterSpacing: style.spacing,
  };
  return runs.flatMap((run) =>
    scripted(typeof run === 'string' ? run : run.text).map(
      ({ text, sub }) => new TextRun({ ...options, text, subScript: sub || undefined }),
    ),
  );
}

export const STYLES = {
  title: { font: WORD_FONTS.title, pt: SIZE.two },
  // 28 characters of 16 pt are a little wider than the text: a quarter of a point closer
  body: { font: WORD_FONTS.body, pt: SIZE.three, spacing: -5 },
  heading: { font: WORD_FONTS.heading, pt: SIZE.three },
  note: { font: WORD_FONTS.note, pt: SIZE.four },
  caption: { font: WORD_FONTS.heading, pt: SIZE.smallFour },
  small: { font: WORD_FONTS.table, pt: SIZE.five },
} as const satisfies Record<string, Style>;

const exactly = (pt: number) => ({ line: twips(pt), lineRule: LineRuleType.EXACT });

/** A paragraph of body text: 22 lines a page, indented by two characters. @param withNext never parted from what follows */
export const bodyParagraph = (runs: readonly Run[], withNext: boolean): Paragraph =>
  new Paragraph({
    keepNext: withNext,
    keepLines: withNext,
    children: textRuns(runs, STYLES.body),
    alignment: AlignmentType.BOTH,
    indent: { firstLine: twips(2 * SIZE.three) },
    spacing: exactly(PAGE.linePt),
  });

/** 一级标题: 一、… */
export const headingParagraph = (text: string): Paragraph =>
  new Paragraph({
    children: textRuns([text], STYLES.heading),
    keepNext: true,
    indent: { firstLine: twips(2 * SIZE.three) },
    spacing: exactly(PAGE.linePt),
  });

/** A note among the text, one size smaller. */
export const noteParagraph = (runs: readonly Run[], withNext: boolean): Paragraph =>
  new Paragraph({
    keepNext: withNext,
    keepLines: withNext,
    children: textRuns(runs, STYLES.note),
    alignment: AlignmentType.BOTH,
    indent: { firstLine: twips(2 * SIZE.four) },
    spacing: exactly(24),
  });

/** Caption above a table, below a chart. */
export const captionParagraph = (text: string, above: boolean): Paragraph =>
  new Paragraph({
    children: textRuns([text], STYLES.caption),
    alignment: AlignmentType.CENTER,
    keepNext: above,
    spacing: { ...exactly(22), before: above ? 120 : 0, after: above ? 0 : 120 },
  });

/** A line of small print: the unit at the right above a table, notes at the left below it. */
export const smallParagraph = (runs: readonly Run[], place: 'unit' | 'note'): Paragraph =>
  new Paragraph({
    children: textRuns(runs, STYLES.small),
    alignment: place === 'unit' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    keepNext: place === 'unit',
    spacing: exactly(16),
  });
