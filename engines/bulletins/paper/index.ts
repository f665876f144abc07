/**
 * Papers 纸质件: a bulletin's blocks as `.docx` and `.pdf` in the layout of official documents (GB/T 9704-2012).
 *
 * Both renderings and the web page take the same blocks, so a figure is printed three times and computed once. The PDF
 * carries its Chinese fonts, which ship with npm packages; the Word file names the fonts that offices have.
 */
export { chartSvg } from './chart.ts';
export { bulletinDocx } from './docx.ts';
export { FACE_NAMES, fontFile } from './fonts.ts';
export type { Paper } from './paper.ts';
export { bulletinPdf } from './pdf.ts';
