import { child, children, type Element } from '../xml.ts';

/** How the numbers of a cell are shown: in which parts of a date, as a percentage, between which words. */
export type NumberStyle = { date?: DateStyle; percent?: boolean; before?: string; after?: string };
/** Pieces in order: y, m, d stand for the parts of the date, anything else for itself. */
export type DateStyle = readonly ('y' | 'm' | 'd' | (string & {}))[];

const DAY: DateStyle = ['y', '年', 'm', '月', 'd', '日'];
const MONTH: DateStyle = ['y', '年', 'm', '月'];
const YEAR: DateStyle = ['y', '年'];
const MONTH_DAY: DateStyle = ['m', '月', 'd', '日'];

/** Built-in formats that show dates (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
const BUILT_IN: Record<number, NumberStyle> = Object.fromEntries([
  ...[14, 15, 22, 27, 30, 31, 36, 50, 52, 54, 57].map((id) => [id, { date: DAY }]),
  ...[16, 28, 29, 51, 53, 58].map((id) => [id, { date: DAY }]),
  ...[17, 55].map((id) => [id, { date: MONTH }]),
  ...[9, 10].map((id) => [id, { percent: true }]),
]);

/** One style per cell format index (`s` of a cell). */
export function numberStyles(styles: Element | undefined): NumberStyle[] {
  const codes = new Map<number, string>();
  for (const format of children(child(styles, 'numFmts')))
    codes.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? '');
  return children(child(styles, 'cellXfs')).map((xf) => {
    const id = Number(xf.attributes.numFmtId ?? 0);
    const code = codes.get(id);
    return code === undefined ? (BUILT_IN[id] ?? {}) : styleOf(code);
  });
}

/** A format code (ECMA-376 part 1, 18.8.31) as far as plans need it: dates, percentages, words around a number. */
export function styleOf(code: string): NumberStyle {
  const pieces = cut(code);
  const letters = pieces.filter((p) => !p.literal).map((p) => p.text.toLowerCase());
  const signs = letters.join('');
  const words = pieces.filter((p) => p.literal).map((p) => p.text);
  if (/general|[#0?@]/.test(signs)) {
    const at = pieces.findIndex((p) => !p.literal && /general|[#0?@]/i.test(p.text));
    const last = pieces.findLastIndex((p) => !p.literal && /general|[#0?@]/i.test(p.text));
    const said = (from: typeof pieces) =>
      from
        .flatMap((p) => (p.literal ? [p.text] : []))
        .join('')
        .trim();
    const [before, after] = [said(pieces.slice(0, at)), said(pieces.slice(last + 1))];
    return {
      ...(signs.includes('%') ? { percent: true } : {}),
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    };
  }
  const has = (sign: string) => letters.some((text) => text.startsWith(sign));
  const month = has('m') && !(has('h') && !has('y') && !has('d'));
  if (!has('y') && !has('e') && !month && !has('d')) return {};
  if (words.some((text) => /[年月日季]/.test(text))) return { date: written(pieces) };
  if (has('d')) return { date: DAY };
  return { date: month ? (has('y') || has('e') ? MONTH : MONTH_DAY.slice(0, 2)) : YEAR };
}

/** The date as the format itself words it; times of the day are left out. */
function written(pieces: readonly Piece[]): DateStyle {
  const out: string[] = [];
  for (const { literal, text } of pieces) {
    const sign = text[0]!.toLowerCase();
    if (literal) out.push(text);
    else if (sign === 'y' || sign === 'e') out.push('y');
    else if (sign === 'm') out.push('m');
    else if (sign === 'd' && text.length < 3) out.push('d');
  }
  return out;
}

type Piece = { literal: boolean; text: string };

/** A format's first section in pieces: words, and signs (runs of one letter). Conditions, colours and fillers are left out. */
function cut(code: string): Piece[] {
  const pieces: Piece[] = [];
  const pattern =
    /"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].|(;)|(general|am\/pm|上午\/下午|([a-z#0?@])\5*)|([^\x20-\x7e])|(.)/giu;
  for (const [, quoted, escaped, section, sign, , foreign, other] of code.matchAll(pattern)) {
    if (section) break;
    const literal = quoted ?? escaped ?? foreign;
    if (literal) pieces.push({ literal: true, text: literal });
    else if (sign) pieces.push({ literal: false, text: sign });
    else if (other === '%') pieces.push({ literal: false, text: '%' });
  }
  return pieces;
}
