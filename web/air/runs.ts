const DAY = 86_400_000;

/** Every date of a year, in order. */
export function datesOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - first) / DAY;
  return Array.from({ length: days }, (_, i) => new Date(first + i * DAY).toISOString().slice(0, 10));
}

/** Dates in order, cut where a day lies between: [a, b, d] → [[a, b], [d]]. */
export function runsOf(dates: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run && Date.parse(date) - Date.parse(run.at(-1)!) === DAY) run.push(date);
    else runs.push([date]);
  }
  return runs;
}
