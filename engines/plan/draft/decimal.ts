import { Decimal } from 'decimal.js';

const DECIMAL = /^[+-]?\d{1,15}(\.\d{1,9})?$/;

/** A number as a plain decimal text without exponent; the text of a decimal stays as it was written. */
export function decimalText(value: number | string): string {
  return typeof value === 'string' ? value : new Decimal(value).toFixed();
}

/** What a person types as a figure (widths folded, thousands' commas taken out, 万 and 亿 counted), or null if it is none. */
export function typedDecimal(typed: string | number): string | null {
  if (typeof typed === 'number') return Number.isFinite(typed) ? typedDecimal(decimalText(typed)) : null;
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '');
  const scale = plain.endsWith('万') ? 4 : plain.endsWith('亿') ? 8 : 0;
  const digits = scale ? plain.slice(0, -1) : plain;
  if (!DECIMAL.test(digits)) return null;
  return scale ? new Decimal(digits).times(new Decimal(10).pow(scale)).toFixed() : digits.replace(/^\+/, '');
}
