import { assign } from './assign.ts';
import { alike, bigrams, rarity } from './similarity.ts';

/** What of a measure tells whether it is the same as another. */
export type Matchable = {
  id: string;
  taskTitle: string;
  text: string;
  targets: readonly { what: string; unit: string | null }[];
};

export type Pair = { before: number; after: number; similarity: number };

/** the whole counts 1: what the measure says, under which task it stands, what it aims at, its number */
const SHARE = { text: 0.72, task: 0.17, targets: 0.06, id: 0.05 };
/** below one of these, two measures are not the same measure reworded but two measures */
const LEAST = { whole: 0.42, text: 0.22 };

/**
 * Which measure of a later plan carries on which measure of an earlier one.
 *
 * Wording decides (pairs of characters, weighted by rarity over both plans), task title, kinds of target and number
 * help; the pairing is the best for both plans as a whole, so that a renumbered or moved measure keeps its own and a
 * measure that shares only the language of offices stays alone.
 */
export function matchMeasures(before: readonly Matchable[], after: readonly Matchable[]): Pair[] {
  const a = before.map(grams);
  const b = after.map(grams);
  const weight = rarity([...a, ...b].map((m) => m.text));
  const likeness = a.map((x) => b.map((y) => alike(x.text, y.text, weight)));
  const gains = before.map((x, i) =>
    after.map((y, j) => {
      const text = likeness[i]![j]!;
      if (text < LEAST.text) return 0;
      const whole =
        SHARE.text * text +
        SHARE.task * alike(a[i]!.task, b[j]!.task) +
        SHARE.targets * aims(x, y) +
        (x.id === y.id ? SHARE.id : 0);
      return whole >= LEAST.whole ? whole : 0;
    }),
  );
  return assign(gains).flatMap((after, before) =>
    after < 0 ? [] : [{ before, after, similarity: likeness[before]![after]! }],
  );
}

/** Likeness of two wordings on their own, 0 … 1. */
export function textSimilarity(a: string, b: string): number {
  return a === b ? 1 : alike(bigrams(a), bigrams(b));
}

const grams = (m: Matchable) => ({ text: bigrams(m.text), task: bigrams(m.taskTitle) });

/** Share of kinds of target (what is counted, in which unit) that both measures have. */
function aims(x: Matchable, y: Matchable): number {
  const kinds = (m: Matchable) => new Set(m.targets.map((t) => `${t.what}/${t.unit ?? ''}`));
  const [a, b] = [kinds(x), kinds(y)];
  if (!a.size && !b.size) return 1;
  return (2 * [...a].filter((k) => b.has(k)).length) / (a.size + b.size);
}
