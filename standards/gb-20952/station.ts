import { inForceOn } from '#standards/editions';
import {
  compare,
  compareDecimal,
  divide,
  type Exact,
  exact,
  isNumeric,
  multiply,
  type Numeric,
  negate,
  printExact,
  subtract,
} from '#standards/gb-t-8170';
import {
  COMPARISON_ROWS,
  type ComparisonQuantity,
  NOZZLE_SAMPLES,
  type NozzleSampleRow,
  STATION_LIMITS,
  type StationKind,
  type StationLimitRow,
  type StationQuantity,
} from './limits.table.ts';

export type { ComparisonQuantity, StationKind, StationQuantity } from './limits.table.ts';

/** The limit of a quantity for a station on a day; null when none is in force for it. */
export const stationLimit = (date: string, station: StationKind, quantity: StationQuantity): StationLimitRow | null =>
  inForceOn(
    (STATION_LIMITS as readonly StationLimitRow[]).filter(
      (row) => row.quantity === quantity && row.stations.includes(station),
    ),
    date,
  );

/** Whether a value keeps a limit of GB 20952, both ends inclusive; null without a value or a limit in force. */
export function keepsLimit(
  date: string,
  station: StationKind,
  quantity: StationQuantity,
  value: Numeric | null,
): boolean | null {
  const limit = stationLimit(date, station, quantity);
  if (!limit || value === null || !isNumeric(value)) return null;
  return (
    (limit.atLeast === null || compareDecimal(value, limit.atLeast) >= 0) && compareDecimal(value, limit.atMost) <= 0
  );
}

export type StationVerdict = {
  /** null = too few nozzles checked to say */
  readonly passes: boolean | null;
  readonly needed: number;
  readonly checked: number;
  readonly failed: number;
  readonly failsFrom: number;
  readonly citation: string;
};

/**
 * A station by its checked nozzles (table 4). Enough failing nozzles make it fail even when fewer were checked than asked;
 * it passes only when enough were checked.
 * @param results one per checked nozzle; null = could not be measured and counts as not checked
 * @returns null when no table is in force on the day
 */
export function stationVerdict(
  date: string,
  nozzles: number,
  results: readonly (boolean | null)[],
): StationVerdict | null {
  if (!Number.isInteger(nozzles) || nozzles < 1) throw new RangeError(`a station has nozzles: ${nozzles}`);
  const row = inForceOn(
    (NOZZLE_SAMPLES as readonly NozzleSampleRow[]).filter(
      ({ nozzles: { from, to } }) => nozzles >= from && (to === null || nozzles <= to),
    ),
    date,
  );
  if (!row) return null;
  const needed = row.checked ?? nozzles;
  const checked = results.filter((result) => result !== null).length;
  const failed = results.filter((result) => result === false).length;
  const passes = failed >= row.failing ? false : checked >= needed ? true : null;
  return { passes, needed, checked, failed, failsFrom: row.failing, citation: row.citation };
}

const size = (x: Exact) => (x.num < 0n ? negate(x) : x);

/**
 * An on-line value against the manual one (Annex F).
 * @returns the difference (for a volume in % of the manual value) and whether it is within the tolerance, inclusive;
 *   null without a value, without a rule on that day, or relative to zero
 */
export function compareManual(
  date: string,
  quantity: ComparisonQuantity,
  online: Numeric | null,
  manual: Numeric | null,
): { readonly difference: Exact; readonly printed: string | null; readonly within: boolean } | null {
  const row = inForceOn(
    COMPARISON_ROWS.filter((one) => one.quantity === quantity),
    date,
  );
  if (!row || online === null || manual === null || !isNumeric(online) || !isNumeric(manual)) return null;
  const apart = subtract(exact(online), exact(manual));
  const base = size(exact(manual));
  if (row.kind === 'relative' && base.num === 0n) return null;
  const difference = row.kind === 'relative' ? multiply(divide(apart, base), exact(100)) : apart;
  return { difference, printed: printExact(difference), within: compare(size(difference), exact(row.tolerance)) <= 0 };
}
