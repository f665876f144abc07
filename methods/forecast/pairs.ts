/** Values in the order of time; null or NaN = missing. */
export type Series = ArrayLike<number | null>;
export type Pairs = { readonly observed: readonly number[]; readonly modelled: readonly number[] };

export const present = (x: number | null | undefined): x is number => typeof x === 'number' && Number.isFinite(x);
export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Positions at which every one of the series has a value; a RangeError when they are not equally long. */
export function commonPositions(...series: readonly Series[]): number[] {
  const length = series[0]?.length ?? 0;
  if (series.some((one) => one.length !== length)) throw new RangeError('series must be equally long');
  const positions: number[] = [];
  for (let i = 0; i < length; i += 1) if (series.every((one) => present(one[i]))) positions.push(i);
  return positions;
}

const pick = (series: Series, positions: readonly number[]) => positions.map((i) => series[i] as number);

/** The pairs of which both sides are there. */
export function pairsOf(observed: Series, modelled: Series): Pairs {
  const positions = commonPositions(observed, modelled);
  return { observed: pick(observed, positions), modelled: pick(modelled, positions) };
}
