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

/** Counts of days by class; a day without an AQI is not a valid day. */
export function dayCounts(days: readonly JudgedDay[]): DayCounts {
  const valid = days.flatMap(({ aqi, sand }) => (aqi === null ? [] : [{ level: aqiCategory(aqi).level, sand }]));
  const count = (match: (day: { level: number; sand: boolean }) => boolean) => valid.filter(match).length;
  const ratio = (n: number) => ratioPercent(n, valid.length, RATE_DECIMALS);
  const goodDays = count(({ level }) => level <= LAST_GOOD_LEVEL);
  const heavyDays = count(({ level }) => level >= FIRST_HEAVY_LEVEL);
  const sandExceedDays = count(({ level, sand }) => sand && level > LAST_GOOD_LEVEL);
  return {
    validDays: valid.length,
    byLevel: AQI_CLASSES.map(({ level }) => count((day) => day.level === level)),
    goodDays,
    goodRatio: ratio(goodDays),
    heavyDays,
    heavyRatio: ratio(heavyDays),
    sandExceedDays,
    sandExceedRatio: ratio(sandExceedDays),
  };
}
