import { mean, present, type Series } from './pairs.ts';

/** Persistence: what was observed `lead` steps ago; null before the series begins. */
export const persistence = (observed: Series, lead: number): (number | null)[] =>
  Array.from({ length: observed.length }, (_, i) => {
    const before = i >= lead ? observed[i - lead] : null;
    return present(before) ? before : null;
  });

/** The mean of each month of the year over the years of training; a month without a value has none. */
export function monthClimatology(
  training: readonly { readonly month: number; readonly value: number | null }[],
): ReadonlyMap<number, number> {
  const months = [...new Set(training.map(({ month }) => month))];
  return new Map(
    months.flatMap((one): [number, number][] => {
      const values = training.flatMap(({ month, value }) => (month === one && present(value) ? [value] : []));
      return values.length ? [[one, mean(values)]] : [];
    }),
  );
}

/** The climatology as a forecast of days whose months are given. */
export const climatologyOf = (months: readonly number[], climatology: ReadonlyMap<number, number>): (number | null)[] =>
  months.map((month) => climatology.get(month) ?? null);
