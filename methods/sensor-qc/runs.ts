export type Run = { readonly from: number; readonly until: number };

/**
 * Stretches in which a condition holds.
 * @param mostGap steps without it that do not end a stretch
 * @param least steps that a stretch must be long, gaps included
 */
export function runsOf(length: number, holds: (i: number) => boolean, { mostGap = 0, least = 1 } = {}): Run[] {
  const runs: Run[] = [];
  let [from, last] = [-1, -1];
  const close = () => {
    if (from >= 0 && last + 1 - from >= least) runs.push({ from, until: last + 1 });
  };
  for (let i = 0; i < length; i += 1) {
    if (!holds(i)) continue;
    if (from < 0 || i - last - 1 > mostGap) {
      close();
      from = i;
    }
    last = i;
  }
  close();
  return runs;
}
