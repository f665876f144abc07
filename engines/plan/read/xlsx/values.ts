import { child, children, type Element, textOf } from '../xml.ts';
import type { NumberStyle } from './number-style.ts';

/** What a workbook's cells lean on. */
export type Book = { strings: readonly string[]; styles: readonly NumberStyle[]; epoch1904: boolean };

/** Texts of the shared string table: rich text joined, phonetic guides left out. */
export function sharedStrings(part: Element | undefined): string[] {
  return children(part)
    .filter((c) => c.name === 'si')
    .map(richText);
}

export const richText = (element: Element): string =>
  children(element)
    .map((c) => (c.name === 't' ? unescaped(textOf(c)) : c.name === 'r' ? richText(c) : ''))
    .join('');

/** Characters that XML cannot hold are written _x000D_ (ECMA-376 part 1, 22.9.2.19). */
const unescaped = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** What a cell shows, and whether it shows an error or has a formula without a result. */
export type CellValue = { text: string; flaw?: 'error' | 'no_result' };

export function cellValue(cell: Element, book: Book): CellValue {
  const value = child(cell, 'v');
  const raw = value ? textOf(value) : '';
  switch (cell.attributes.t) {
    case 's':
      return { text: book.strings[Number(raw)] ?? '' };
    case 'inlineStr': {
      const inline = child(cell, 'is');
      return { text: inline ? richText(inline) : '' };
    }
    case 'e':
      return { text: '', flaw: 'error' };
    case 'b':
      return { text: raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE' };
    default:
  }
  if (raw === '' && child(cell, 'f')) return { text: '', flaw: cell.attributes.t === 'str' ? undefined : 'no_result' };
  if (cell.attributes.t === 'str') return { text: unescaped(raw) };
  const style = book.styles[Number(cell.attributes.s ?? 0)];
  if (cell.attributes.t === 'd') {
    const days = Date.parse(`${raw.slice(0, 10)}T00:00:00Z`) / 86_400_000;
    return { text: Number.isFinite(days) ? showDate(days, style?.date ?? ['y', '年', 'm', '月', 'd', '日']) : raw };
  }
  return { text: raw.trim() === '' ? '' : showNumber(raw, style, book.epoch1904) };
}

/** A stored number as the sheet shows it: a date as 2021年6月30日, a share as 80%, 12 with 组, others without binary noise. */
export function showNumber(raw: string, style: NumberStyle | undefined, epoch1904: boolean): string {
  const n = Number(raw);
  if (!Number.isFinite(n)) return raw;
  if (style?.date && n >= 1 && n < 200_000) {
    // day 60 of the 1900 system is a 29 February that never was
    const days = epoch1904 ? n + 1462 : n < 60 ? n + 1 : n;
    return showDate(Math.floor(days) - 25_569, style.date);
  }
  const plain = (value: number) => String(Number(value.toPrecision(14)));
  const figure = style?.percent ? `${plain(n * 100)}%` : plain(n);
  return `${style?.before ?? ''}${figure}${style?.after ?? ''}`;
}

/** @param days since 1970-01-01 */
function showDate(days: number, style: readonly string[]): string {
  const day = new Date(days * 86_400_000);
  const part: Record<string, number> = { y: day.getUTCFullYear(), m: day.getUTCMonth() + 1, d: day.getUTCDate() };
  return style.map((piece) => String(part[piece] ?? piece)).join('');
}
