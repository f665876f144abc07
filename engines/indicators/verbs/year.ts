import { addDays, isCalendarDate } from '#platform/clock';
import type { IndicatorParts, IndicatorPoint, IndicatorScope } from '../definition.ts';
import { pointOf } from './point.ts';
import type { Total } from './total.ts';

/** What a figure is on a day: printed, with what it is made of. */
export type Figure = {
  readonly value: string | null;
  readonly parts?: IndicatorParts;
  readonly evidence: number;
  readonly excluded: number;
  readonly simulated: boolean;
};
/** A year of figures: what stood when it began, and each day on which something changed. */
export type FigureYear = { readonly before: Figure | null; readonly days: ReadonlyMap<string, Figure> };

const yearBefore = (day: string): string => {
  const shifted = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return isCalendarDate(shifted) ? shifted : addDays(`${shifted.slice(0, 7)}-28`, 0);
};
const yearAfter = (day: string): string => {
  const shifted = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return isCalendarDate(shifted) ? shifted : `${shifted.slice(0, 4)}-03-01`;
};

/** What was last known on a day of a year of figures. */
function asOf(days: readonly (readonly [string, Figure])[], start: Figure | null) {
  let at = 0;
  let held = start;
  // days are asked for in rising order
  return (day: string): Figure | null => {
    while (at < days.length && days[at]![0] <= day) held = days[at++]![1];
    return held;
  };
}

/**
 * The points of a scope's year: one for each day on which its figure, or that of the year before on the same day, is
 * another one than the day before.
 */
export function pointsOfYear(
  scope: IndicatorScope,
  year: number,
  now: FigureYear,
  then: FigureYear | null,
): { scope: IndicatorScope; year: number; point: IndicatorPoint }[] {
  const first = `${year}-01-01`;
  const [mine, theirs] = [sorted(now.days), sorted(then?.days ?? new Map())];
  const days = new Set([...mine.map(([day]) => day), ...theirs.map(([day]) => yearAfter(day))]);
  if (now.before) days.add(first);
  const [current, earlier] = [asOf(mine, now.before), asOf(theirs, then?.before ?? null)];
  const lastYearWhole = (theirs.at(-1)?.[1] ?? then?.before)?.value ?? null;
  const points = [];
  for (const day of [...days].filter((one) => one.startsWith(String(year))).sort()) {
    const figure = current(day);
    const before = earlier(yearBefore(day));
    if (!figure) continue;
    const start = now.before?.value;
    const parts = { ...figure.parts, lastYearWhole, ...(start === undefined || start === null ? {} : { start }) };
    points.push({ scope, year, point: pointOf(day, figure, before?.value ?? null, parts) });
  }
  return points;
}

const sorted = (days: ReadonlyMap<string, Figure>) => [...days].sort(([a], [b]) => (a < b ? -1 : 1));

/** Two tallies' totals on each day on which either changes. */
export function together(
  a: { before: Total; days: ReadonlyMap<string, Total> },
  b: { before: Total; days: ReadonlyMap<string, Total> },
): [string, Total, Total][] {
  let [left, right] = [a.before, b.before];
  return [...new Set([...a.days.keys(), ...b.days.keys()])].sort().map((day) => {
    left = a.days.get(day) ?? left;
    right = b.days.get(day) ?? right;
    return [day, left, right];
  });
}
