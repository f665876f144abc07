import { compareDecimal, type Numeric } from '#standards/gb-t-8170';

/** asc: the smallest figure is first; desc: the largest. */
export type Order = 'asc' | 'desc';
export type Ranked<Item> = {
  readonly item: Item;
  /** 1 = first; null without a figure */
  readonly place: number | null;
  /** whether another one shares the place (并列) */
  readonly shared: boolean;
};

/**
 * Standard competition ranking (1, 2, 2, 4).
 * @param printed the figure as printed, so that '4.0' and '4' are equal; null when there is none
 * @returns in the order of the places, equals in the order given, those without a figure last
 */
export function competitionRank<Item>(
  items: readonly Item[],
  printed: (item: Item) => Numeric | null,
  order: Order,
): Ranked<Item>[] {
  const figures = items.map((item) => ({ item, figure: printed(item) }));
  const sorted = figures
    .flatMap(({ item, figure }) => (figure === null ? [] : [{ item, figure }]))
    .sort((a, b) => (order === 'asc' ? 1 : -1) * compareDecimal(a.figure, b.figure));
  const equal = (i: number, j: number) => {
    const [a, b] = [sorted[i], sorted[j]];
    return a !== undefined && b !== undefined && compareDecimal(a.figure, b.figure) === 0;
  };
  let place = 0;
  const ranked = sorted.map(({ item }, i): Ranked<Item> => {
    if (!equal(i - 1, i)) place = i + 1;
    return { item, place, shared: equal(i - 1, i) || equal(i, i + 1) };
  });
  const without = figures.filter(({ figure }) => figure === null);
  return [...ranked, ...without.map(({ item }): Ranked<Item> => ({ item, place: null, shared: false }))];
}

/**
 * The n worst (largest figures): places counted from the highest value, and who is among them.
 * A tie at place n is taken in whole: how the published lists of 30 cut it is not known.
 */
export function worstN<Item>(
  items: readonly Item[],
  printed: (item: Item) => Numeric | null,
  n: number,
): (Ranked<Item> & { readonly inWorst: boolean })[] {
  const ranked = competitionRank(items, printed, 'desc');
  return ranked.map((one) => ({ ...one, inWorst: one.place !== null && one.place <= n }));
}
