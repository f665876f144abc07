/** One cell as the file has it: text, or what a workbook keeps as a number, a date (its wall time as UTC) or a truth. */
export type Cell = string | number | boolean | Date | null;
/** `row` is the number that a person sees in the file: 1 is the first. */
export type TableRow = { row: number; cells: readonly Cell[] };

const WIDE = /[^\x20-\x7e]/;

/** A cell as plain text: trimmed, full-width digits and signs made narrow (but nothing else changed for the eye). */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return WIDE.test(cell) ? narrow(cell).trim() : cell.trim();
  if (cell instanceof Date) return wallText(cell);
  return String(cell);
}

/** Full-width forms (U+FF01…FF5E) and blanks to their narrow ones. */
const narrow = (text: string) =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\ufeff]/g, ' ')
    .replace(/\u2212/g, '-');

function wallText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // a workbook keeps days as a fraction: 12:59:59.9995 is 13:00
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.slice(0, 19).replace('T', ' ');
}
