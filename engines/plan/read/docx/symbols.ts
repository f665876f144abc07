import type { Element } from '../xml.ts';

/** Characters of symbol fonts that plans use, by font and code; others are shown as a replacement character. */
const SYMBOLS: { font: RegExp; characters: Record<string, string> }[] = [
  {
    font: /^symbol/i,
    characters: {
      A3: '≤',
      B3: '≥',
      B1: '±',
      B0: '°',
      B4: '×',
      B8: '÷',
      B7: '•',
      BB: '≈',
      B9: '≠',
      '6D': 'μ',
      D7: '·',
      A5: '∞',
      '2D': '-',
      '7E': '～',
      '25': '%',
    },
  },
  {
    font: /^wingdings/i,
    characters: {
      FC: '√',
      FE: '☑',
      A8: '□',
      '6F': '□',
      '6C': '●',
      '6E': '■',
      '75': '◆',
      D8: '➢',
      '76': '❖',
      '9F': '•',
    },
  },
];

/** The character of a `sym` element (ECMA-376 part 1, 17.3.3.30). */
export function symbol(element: Element): string {
  const code = Number.parseInt(element.attributes.char ?? '', 16);
  if (!Number.isFinite(code)) return '';
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const font = SYMBOLS.find((f) => f.font.test(element.attributes.font ?? ''));
  if (font) return font.characters[low.toString(16).toUpperCase()] ?? '\ufffd';
  return code >= 0xe000 && code <= 0xf8ff ? '\ufffd' : String.fromCodePoint(Math.min(code, 0x10ffff));
}

/** The character that a field draws a ring round (带圈字符: `eq \o\ac(○,1)`), which has no other result; '' for other fields. */
export function enclosedCharacter(code: string): string {
  const inside = /^\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇□△◇]\s*[,;]\s*([^)]*?)\s*\)/i.exec(code)?.[1];
  if (inside === undefined) return '';
  const n = Number(inside);
  return Number.isInteger(n) && n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : inside;
}
