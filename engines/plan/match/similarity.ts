/** A text as its pairs of neighbouring characters, blanks and punctuation left out, widths folded. */
export function bigrams(text: string): Map<string, number> {
  const plain = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}]/gu, ''),
  ];
  const counts = new Map<string, number>();
  if (plain.length === 1) counts.set(plain[0]!, 1);
  for (let i = 1; i < plain.length; i++) {
    const pair = plain[i - 1]! + plain[i]!;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** How much a pair of characters says: rare ones say much, the language of offices (加强, 监管) little. */
export function rarity(texts: readonly Map<string, number>[]): (pair: string) => number {
  const seen = new Map<string, number>();
  for (const text of texts) for (const pair of text.keys()) seen.set(pair, (seen.get(pair) ?? 0) + 1);
  return (pair) => Math.log(1 + texts.length / (seen.get(pair) ?? 1));
}

/** Weighted Dice coefficient of two texts: 0 nothing in common … 1 the same; two empty texts are the same. */
export function alike(
  a: Map<string, number>,
  b: Map<string, number>,
  weight: (pair: string) => number = () => 1,
): number {
  let total = 0;
  let both = 0;
  for (const [pair, n] of a) {
    const w = weight(pair);
    total += n * w;
    both += Math.min(n, b.get(pair) ?? 0) * w;
  }
  for (const [pair, n] of b) total += n * weight(pair);
  return total === 0 ? 1 : (2 * both) / total;
}
