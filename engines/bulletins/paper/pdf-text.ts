import type { Content } from 'pdfmake/interfaces.js';
import { scripted } from '../scripts.ts';
import type { Run } from '../wording.ts';
import { PAGE, SIZE } from './layout.table.ts';

/** natural line height of the faces in sizes, from their own metrics (ascent − descent over the em) */
const NATURAL = { Serif: 1.437, Sans: 1.448 } as const;

/** pdfmake's factor that makes lines so many points high */
export const lineHeight = (face: keyof typeof NATURAL, sizePt: number, linePt: number): number =>
  linePt / (sizePt * NATURAL[face]);

/** Running text with subscripts lowered. */
export const textOf = (runs: readonly Run[]): Content =>
  runs.flatMap((run) =>
    scripted(typeof run === 'string' ? run : run.text).map(({ text, sub }) => (sub ? { text, sub: true } : { text })),
  );

export const PDF_STYLES = {
  body: {
    font: 'Serif',
    fontSize: SIZE.three,
    lineHeight: lineHeight('Serif', SIZE.three, PAGE.linePt),
    // 28 characters of 16 pt are a little wider than the text
    characterSpacing: -0.21,
  },
  heading: { font: 'Sans', fontSize: SIZE.three, lineHeight: lineHeight('Sans', SIZE.three, PAGE.linePt) },
  title: { font: 'Serif', bold: true, fontSize: SIZE.two, lineHeight: lineHeight('Serif', SIZE.two, 34) },
  note: { font: 'Serif', fontSize: SIZE.four, lineHeight: lineHeight('Serif', SIZE.four, 24) },
  caption: { font: 'Sans', fontSize: SIZE.smallFour, lineHeight: lineHeight('Sans', SIZE.smallFour, 20) },
  cell: { font: 'Serif', fontSize: SIZE.five, lineHeight: 1 },
  small: { font: 'Serif', fontSize: SIZE.five, lineHeight: lineHeight('Serif', SIZE.five, 16) },
} as const;
