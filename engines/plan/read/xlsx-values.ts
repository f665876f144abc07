import { child, children, type Element, textOf } from './xml.ts';

/** How the numbers of a cell are shown: as a date, a percentage, or plainly. */
export type NumberStyle = { date?: 'day' | 'month'; percent?: boolean };

/** Built-in formats that show dates (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
const BUILT_IN_DATES = new Set([14, 15, 16, 22, 30, 36, 50, 52, 53, 54, 56, 58]);
const BUILT_IN_MONTHS = new Set([17, 27, 51, 55, 57]);

/** One style per cell format index (`s` of a cell). */
export function numberStyles(styles: Element | undefined): NumberStyle[] {
  const codes = new Map<number, string>();
  for (const format of children(child(styles, 'numFmts') ?? { name: '', attributes: {}, children: [] }))
    codes.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? '');
  const formats = child(styles, 'cellXfs');
  return (formats ? children(formats) : []).map((xf) => {
    const id = Number(xf.attributes.numFmtId ?? 0);
    const code = codes
      .get(id)
      ?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, (quoted) => (/^"[年月日]"$/.test(quoted) ? quoted : ''));
    if (code === undefined) {
      if (BUILT_IN_MONTHS.has(id)) return { date: 'month' };
      if (BUILT_IN_DATES.has(id)) return { date: 'day' };
      return id === 9 || id === 10 ? { percent: true } : {};
    }
    if (/[yde年日]/i.test(code) && /[ymd年月日]/i.test(code) && !/general/i.test(code))
      return { date: /[d日]/i.test(code) ? 'day' : 'month' };
    if (/m/i.test(code) && /月/.test(code)) return { date: 'month' };
    return code.includes('%') ? { percent: true } : {};
  });
}

/** Texts of the shared string table: rich text joined, phonetic guides left out. */
export function sharedStrings(part: Element | undefined): string[] {
  return (part ? children(part) : []).filter((c) => c.name === 'si').map(richText);
}

export const richText = (element: Element): string =>
  children(element)
    .map((c) => (c.name === 't' ? textOf(c) : c.name === 'r' ? richText(c) : ''))
    .join('');

/** A stored number as the sheet shows it: a date as 2021年6月30日, a share as 80%, others without binary noise. */
export function showNumber(raw: string, style: NumberStyle | undefined, epoch1904: boolean): string {
  const n = Number(raw);
  if (!Number.isFinite(n)) return raw;
  if (style?.date && n >= 1 && n < 200_000) {
    // day 60 of the 1900 system is a 29 February that never was
    const days = epoch1904 ? n + 1462 : n < 60 ? n + 1 : n;
    const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000);
    const month = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月`;
    return style.date === 'month' ? month : `${month}${day.getUTCDate()}日`;
  }
  const plain = (value: number) => String(Number(value.toPrecision(14)));
  return style?.percent ? `${plain(n * 100)}%` : plain(n);
}
