import { ratioPercent } from '#standards/gb-t-8170';
import { AQI_CLASSES, aqiCategory } from '#standards/hj-633';
import { RATE_DECIMALS } from './settings.table.ts';

/** A day as it was judged; `sand`: named a sand-dust day by the imported list of periods. */
export type JudgedDay = { readonly aqi: number | null; readonly sand: boolean };
export type DayCounts = {
  readonly validDays: number;
  /** days of level 1 … 6 */
  readonly byLevel: readonly number[];
  /** levels 1 and 2 (优良天数) */
  readonly goodDays: number;
  /** % of the valid days, 1 decimal; null without a valid day */
  readonly goodRatio: string | null;
  /** levels 5 and 6 (重污染天数) */
  readonly heavyDays: number;
  readonly heavyRatio: string | null;
  /** sand days above level 2: they stay in the counts above, Beijing prints their share beside */
  readonly sandExceedDays: number;
  readonly sandExceedRatio: string | null;
};

const LAST_GOOD_LEVEL = 2;
const FIRST_HEAVY_LEVEL = 5;

/** Days by level (1 … 6) and sand days above level 2, as they are counted up. */
export type DayTally = { readonly byLevel: readonly number[]; readonly sandExceedDays: number };

/** What is printed of days that were counted by level. */
export function countsOfTally({ byLevel, sandExceedDays }: DayTally): DayCounts {
  const count = (match: (level: number) => boolean) =>
    byLevel.reduce((sum, days, i) => (match(AQI_CLASSES[i]?.level as number) ? sum + days : sum), 0);
  const validDays = count(() => true);
  const ratio = (n: number) => ratioPercent(n, validDays, RATE_DECIMALS);
  const goodDays = count((level) => level <= LAST_GOOD_LEVEL);
  const heavyDays = count((level) => level >= FIRST_HEAVY_LEVEL);
  return {
    validDays,
    byLevel,
    goodDays,
    goodRatio: ratio(goodDays),
    heavyDays,
    heavyRatio: ratio(heavyDays),
    sandExceedDays,
    sandExceedRatio: ratio(sandExceedDays),
  };
}

/** Counts days one by one; a day without an AQI is not a valid day. */
export class DayTallying {
  readonly #byLevel = AQI_CLASSES.map(() => 0);
  #sandExceedDays = 0;

  take({ aqi, sand }: JudgedDay): void {
    if (aqi === null) return;
    const { level } = aqiCategory(aqi);
    this.#byLevel[level - 1] = (this.#byLevel[level - 1] as number) + 1;
    if (sand && level > LAST_GOOD_LEVEL) this.#sandExceedDays += 1;
  }

  counts(): DayCounts {
    return countsOfTally({ byLevel: [...this.#byLevel], sandExceedDays: this.#sandExceedDays });
  }
}

/** Counts of days by class; a day without an AQI is not a valid day. */
export function dayCounts(days: readonly JudgedDay[]): DayCounts {
  const tally = new DayTallying();
  for (const day of days) tally.take(day);
  return tally.counts();
}
