/** A stretch of a text and what it is, in UTF-16 offsets (end exclusive). */
export type Mark<K> = { start: number; end: number; kind: K };
/** A piece of the text between two boundaries, with every mark that covers it. */
export type Segment<K> = { start: number; text: string; marks: readonly K[] };

/**
 * Cuts a text at every boundary of its marks, so that marks may overlap (a unit inside a target inside a found word).
 * Marks outside the text or empty are left out; the pieces joined are always the text itself.
 */
export function markText<K>(text: string, marks: readonly Mark<K>[]): Segment<K>[] {
  const sound = marks.filter((m) => m.start >= 0 && m.end <= text.length && m.start < m.end);
  const cuts = [...new Set([0, text.length, ...sound.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b);
  const pieces: Segment<K>[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i]!;
    const end = cuts[i + 1]!;
    const covering = sound.filter((m) => m.start <= start && m.end >= end).map((m) => m.kind);
    pieces.push({ start, text: text.slice(start, end), marks: covering });
  }
  return pieces;
}

/** Where the given names stand in a text: longest name first, no two findings overlap. */
export function findNames<T>(text: string, names: readonly { name: string; of: T }[]): Mark<T>[] {
  const taken = new Array<boolean>(text.length).fill(false);
  const found: Mark<T>[] = [];
  for (const { name, of } of [...names].sort((a, b) => b.name.length - a.name.length)) {
    if (name.length < 2) continue;
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (taken.slice(at, end).includes(true)) continue;
      taken.fill(true, at, end);
      found.push({ start: at, end, kind: of });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Splits what a person typed into the words that must all occur: blanks and Chinese commas separate. */
export const searchWords = (typed: string): string[] =>
  [...new Set(typed.toLowerCase().split(/[\s，、,]+/u))].filter((word) => word !== '');

/** Where searched words stand, without regard to upper and lower case. */
export function findWords(text: string, words: readonly string[]): Mark<'word'>[] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  return words.flatMap((word) => {
    const marks: Mark<'word'>[] = [];
    for (let at = lower.indexOf(word); word && at !== -1; at = lower.indexOf(word, at + word.length))
      marks.push({ start: at, end: at + word.length, kind: 'word' });
    return marks;
  });
}
