import {
  POLLUTANTS,
  type Pollutant,
  printedName,
  SIX_POLLUTANTS,
  type SymbolPart,
  symbolParts,
} from '#standards/pollutants';

const SYMBOLS = new Map<string, Pollutant>(
  SIX_POLLUTANTS.filter((code) => POLLUTANTS[code].symbol.includes('_')).map((code) => [printedName(code), code]),
);
// NO2 before O2-like ends of other words: a symbol stands alone, not inside a longer Latin word or number
const PATTERN = new RegExp(
  `(?<![A-Za-z0-9])(${[...SYMBOLS.keys()].map((name) => name.replace('.', '\\.')).join('|')})(?![A-Za-z0-9])`,
  'g',
);

/**
 * Text cut where pollutant symbols carry a subscript: '…PM2.5为…' → […, 'PM', sub '2.5', '为…'].
 * Bulletins keep the plain name; each rendering lowers the digits its own way.
 */
export function scripted(text: string): SymbolPart[] {
  const parts: SymbolPart[] = [];
  let from = 0;
  for (const match of text.matchAll(PATTERN)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), sub: false });
    parts.push(...symbolParts(SYMBOLS.get(match[0]) as Pollutant));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), sub: false });
  return parts;
}
