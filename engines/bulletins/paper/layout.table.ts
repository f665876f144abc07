/**
 * The page of an official document, GB/T 9704-2012: A4, margins (cl. 5.2.1), 22 lines of 28 characters of size 3 (5.2.3),
 * sizes by their Chinese names in points. Lengths in millimetres or points as named.
 */
export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  bottomMm: 35,
  leftMm: 28,
  rightMm: 26,
  /** 225 mm of text in 22 lines */
  linePt: 28.95,
  charactersPerLine: 28,
  /** distance of the page number from the page's lower edge: 7 mm below the text */
  pageNumberMm: 28,
} as const;

/** 字号 in points. */
export const SIZE = {
  mark: 36,
  /** 二号 */
  two: 22,
  /** 三号 */
  three: 16,
  /** 四号 */
  four: 14,
  /** 小四 */
  smallFour: 12,
  /** 五号 */
  five: 10.5,
} as const;

/** What Word should look for; the person's machine has them, or Word takes its nearest. */
export const WORD_FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  note: '楷体_GB2312',
  table: '宋体',
  latin: 'Times New Roman',
} as const;

/** 发文机关标志 and the rule below it (cl. 7.2.4, 7.2.7). */
export const RED = 'E60012';

export const mmToPt = (mm: number): number => (mm * 72) / 25.4;
export const mmToTwips = (mm: number): number => Math.round((mm * 1440) / 25.4);
export const TEXT_WIDTH_MM = PAGE.widthMm - PAGE.leftMm - PAGE.rightMm;
