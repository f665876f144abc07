import type { IndicatorDefinition, IndicatorRegistry } from '../definition.ts';

/** An indicator that may serve a measure, and which of the measure's words speak for it. */
export type Offer = { indicatorId: string; score: number; words: string[] };

const MOST = 8;
const LEAST = 0.34;
/** what stands in half of all titles says nothing */
const EMPTY = /(数量|数|比例|率|累计|情况|本年|个数|家数|的|占比)/g;

const pairsOf = (text: string) =>
  text.length < 2 ? [] : Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));

/**
 * Proposes indicators for the words of a measure: those whose own words stand in it, and those whose title it mentions
 * in part. Pairs of characters that many titles share count less. The best first; a person decides.
 */
export function suggestIndicators({ all }: IndicatorRegistry, text: string, bound: ReadonlySet<string>): Offer[] {
  const within = new Set(pairsOf(plain(text)));
  const titles = all.map((definition) => ({ definition, pairs: pairsOf(plain(definition.title.zh)) }));
  const spread = new Map<string, number>();
  for (const { pairs } of titles) for (const pair of new Set(pairs)) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const weight = (pair: string) => Math.log(1 + all.length / (spread.get(pair) ?? 1));
  const total = (pairs: readonly string[]) => pairs.reduce((sum, pair) => sum + weight(pair), 0);
  return titles
    .filter(({ definition }) => !bound.has(definition.id))
    .map(({ definition, pairs }) => {
      const words = wordsIn(definition, text);
      const mentioned = total(pairs) === 0 ? 0 : total(pairs.filter((pair) => within.has(pair))) / total(pairs);
      return { indicatorId: definition.id, score: mentioned + Math.min(1, words.length) * 0.5, words };
    })
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.indicatorId < b.indicatorId ? -1 : 1))
    .slice(0, MOST);
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(EMPTY, '')
    .replace(/[^\p{L}\p{N}.]/gu, '');

const wordsIn = ({ words }: IndicatorDefinition, text: string) =>
  words.filter((word) => word.length > 1 && text.includes(word));
