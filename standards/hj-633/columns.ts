import { divideHalfEven } from '#standards/gb-t-8170';
import { POLLUTANTS, SIX_POLLUTANTS } from '#standards/pollutants';
import type { NotMonitored } from './aqi.ts';
import { type AqiItem, BREAKPOINTS, type Hj633Edition, INDEX_STEPS } from './breakpoints.table.ts';
import { EXCEEDS_ABOVE, PRIMARY_ABOVE } from './editions.table.ts';
import { indexEdition, itemPollutant, itemsOf } from './editions.ts';

/** What an integer column holds where there is no value. */
export const NO_UNITS = -(2 ** 31);
/** What an index column holds where there is no index. */
export const NO_INDEX = -1;

/** Concentrations as integers of their `decimals`-th decimal, NO_UNITS = missing. */
export type UnitColumn = { readonly units: Int32Array; readonly decimals: number };

/**
 * The index of one item on integers: a function from a concentration in units of the `decimals`-th decimal to what
 * `iaqi` (or, in an edition that rounds first, `roundThenIaqi`) says, NO_INDEX for null.
 */
export function scaledIaqi(edition: Hj633Edition, item: AqiItem, decimals: number): (units: number) => number {
  const breakpoints = BREAKPOINTS[edition][item];
  if (!breakpoints) return () => NO_INDEX;
  const kept = POLLUTANTS[itemPollutant(item)].decimals;
  const rounds = indexEdition(edition).roundsFirst && decimals > kept;
  const divisor = rounds ? 10 ** (decimals - kept) : 1;
  const points = breakpoints.points.map((point) => point * 10 ** (rounds ? kept : decimals));
  const above = 'index' in breakpoints.above ? breakpoints.above.index : NO_INDEX;
  const last = points.length - 1;
  return (units) => {
    if (units === NO_UNITS) return NO_INDEX;
    const c = rounds ? divideHalfEven(units, divisor) : units;
    if (c < 0) return NO_INDEX;
    let upper = 1;
    while (upper <= last && c > (points[upper] as number)) upper += 1;
    if (upper > last) return above;
    const [low, high] = [points[upper - 1] as number, points[upper] as number];
    const [from, to] = [INDEX_STEPS[upper - 1] as number, INDEX_STEPS[upper] as number];
    const rise = (to - from) * (c - low);
    const rest = rise % (high - low);
    return from + (rise - rest) / (high - low) + (rest > 0 ? 1 : 0);
  };
}

/** Units up to this one are looked up; it covers every scale in printed decimals. */
const LOOKED_UP = 4096;
const TABLES = new Map<string, Int16Array>();

/** The indices of the first units of an item, made once. */
function indexTable(edition: Hj633Edition, item: AqiItem, decimals: number): Int16Array {
  const key = `${edition} ${item} ${decimals}`;
  const known = TABLES.get(key);
  if (known) return known;
  const index = scaledIaqi(edition, item, decimals);
  const table = Int16Array.from({ length: LOOKED_UP }, (_, units) => index(units));
  TABLES.set(key, table);
  return table;
}

/** Daily reports of many days as columns; sets of pollutants are bits in the order of SIX_POLLUTANTS. */
export type DailyAqiColumns = {
  readonly edition: Hj633Edition;
  /** in the order of `itemsOf(edition, 'daily')` */
  readonly iaqi: readonly Int16Array[];
  /** the AQI to publish, NO_INDEX = NA */
  readonly aqi: Int16Array;
  /** largest index of what is there, NO_INDEX of nothing */
  readonly computed: Int16Array;
  readonly primary: Uint8Array;
  readonly over100: Uint8Array;
  /** items without a usable value, bits in the order of the items */
  readonly missing: Uint8Array;
};

/** The pollutants of a set of bits, in the order of SIX_POLLUTANTS. */
export const pollutantsOf = (bits: number) => SIX_POLLUTANTS.filter((_, i) => bits & (1 << i));

/** `dailyAqi` for columns of days: the same reports, a few million a second. */
export function dailyAqiColumns(
  edition: Hj633Edition,
  days: number,
  values: Readonly<Partial<Record<AqiItem, UnitColumn>>>,
  notMonitored?: NotMonitored,
): DailyAqiColumns {
  const items = itemsOf(edition, 'daily');
  const allowed = notMonitored?.neverPrimaryAbove100InThreeYears ? notMonitored.pollutants : [];
  const needed = bitsWhere(items, (item) => !allowed.includes(itemPollutant(item)));
  const publishedAbove = indexEdition(edition).incompletePublishedAbove ?? NO_INDEX;
  const result: DailyAqiColumns = {
    edition,
    iaqi: items.map(() => new Int16Array(days).fill(NO_INDEX)),
    aqi: new Int16Array(days),
    computed: new Int16Array(days).fill(NO_INDEX),
    primary: new Uint8Array(days),
    over100: new Uint8Array(days),
    missing: new Uint8Array(days),
  };
  for (const [i, item] of items.entries()) indexItem(result, i, item, values[item]);
  const bits = Uint8Array.from(items, (item) => 1 << SIX_POLLUTANTS.indexOf(itemPollutant(item)));
  const { aqi, computed, primary, over100, missing, iaqi } = result;
  for (let day = 0; day < days; day += 1) {
    const largest = computed[day] as number;
    const published = ((missing[day] as number) & needed) === 0 || largest > publishedAbove;
    aqi[day] = published ? largest : NO_INDEX;
    if (largest <= PRIMARY_ABOVE) continue;
    let [leading, exceeding] = [0, 0];
    for (let i = 0; i < bits.length; i += 1) {
      const index = (iaqi[i] as Int16Array)[day] as number;
      if (index === largest) leading |= bits[i] as number;
      if (index > EXCEEDS_ABOVE) exceeding |= bits[i] as number;
    }
    if (published) primary[day] = leading;
    over100[day] = exceeding;
  }
  return result;
}

const bitsWhere = (items: readonly AqiItem[], match: (item: AqiItem) => boolean) =>
  items.reduce((bits, item, i) => (match(item) ? bits | (1 << i) : bits), 0);

/** One item's indices, its gaps, and what it adds to the largest index. */
function indexItem(into: DailyAqiColumns, i: number, item: AqiItem, column: UnitColumn | undefined): void {
  const days = into.computed.length;
  const bit = 1 << i;
  if (!column) {
    for (let day = 0; day < days; day += 1) into.missing[day] = (into.missing[day] as number) | bit;
    return;
  }
  const index = scaledIaqi(into.edition, item, column.decimals);
  const known = indexTable(into.edition, item, column.decimals);
  const [indices, { units: concentrations }] = [into.iaqi[i] as Int16Array, column];
  const { computed, missing } = into;
  for (let day = 0; day < days; day += 1) {
    const units = concentrations[day] as number;
    const value = units >= 0 && units < known.length ? (known[units] as number) : index(units);
    indices[day] = value;
    if (value > (computed[day] as number)) computed[day] = value;
    // without an index above the scale is not a gap
    else if (value === NO_INDEX && units < 0) missing[day] = (missing[day] as number) | bit;
  }
}
