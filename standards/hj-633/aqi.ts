import type { Numeric } from '#standards/gb-t-8170';
import type { SixPollutant } from '#standards/pollutants';
import { type AqiItem, BREAKPOINTS, type Hj633Edition, STANDS_IN_SCALE } from './breakpoints.table.ts';
import { type AqiClass, aqiCategory } from './classes.ts';
import { EXCEEDS_ABOVE, PRIMARY_ABOVE } from './editions.table.ts';
import { type Hj633Settings, indexEdition, itemPollutant, itemsOf, type ReportKind, settingsOf } from './editions.ts';
import { type IaqiReason, type IaqiResult, iaqi, roundThenIaqi } from './iaqi.ts';

/** Concentrations by item, µg/m³ (CO mg/m³); null or absent = missing. Items outside the report are ignored. */
export type AqiValues = Partial<Record<AqiItem, Numeric | null>>;

/** HJ 633-2026 cl. 5.3: what the station does not monitor by plan, and whether three years allow to leave it out. */
export type NotMonitored = {
  readonly pollutants: readonly SixPollutant[];
  /** never the primary pollutant of a day above 100 in three years of history */
  readonly neverPrimaryAbove100InThreeYears: boolean;
};

export type AqiResult = {
  readonly edition: Hj633Edition;
  readonly kind: ReportKind;
  readonly iaqi: Partial<Record<AqiItem, number | null>>;
  /** why an item has no index */
  readonly reasons: Partial<Record<AqiItem, IaqiReason>>;
  /** largest index of what is there, published or not; null when there is nothing */
  readonly aqiComputed: number | null;
  /** the AQI to publish; null = NA */
  readonly aqi: number | null;
  /** why `aqi` is NA */
  readonly naReason: 'nothing-measured' | 'item-missing-and-not-above-100' | null;
  /** pollutants of the largest index when the AQI is above 50; null with an AQI that may not be published */
  readonly primary: readonly SixPollutant[] | null;
  /** pollutants with an index above 100 */
  readonly over100: readonly SixPollutant[];
  readonly aqiClass: AqiClass | null;
  /** items without a usable value */
  readonly missing: readonly AqiItem[];
};

const pollutants = (items: readonly AqiItem[]): SixPollutant[] => [...new Set(items.map(itemPollutant))];

/** The items' indices; one that leaves its scale brings in the item that stands for it, if that was measured. */
function indices(edition: Hj633Edition, items: readonly AqiItem[], values: AqiValues): Map<AqiItem, IaqiResult> {
  const index = indexEdition(edition).roundsFirst ? roundThenIaqi : iaqi;
  const scaleOf = (item: AqiItem) => (BREAKPOINTS[edition][item] ? item : (STANDS_IN_SCALE[item] ?? item));
  const results = new Map(items.map((item) => [item, index(edition, scaleOf(item), values[item])]));
  for (const [item, { reason }] of [...results]) {
    const above = BREAKPOINTS[edition][item]?.above;
    if (reason !== 'above-scale' || !above || !('insteadUse' in above) || results.has(above.insteadUse)) continue;
    const instead = index(edition, above.insteadUse, values[above.insteadUse]);
    if (instead.iaqi !== null) results.set(above.insteadUse, instead);
  }
  return results;
}

function report(
  edition: Hj633Edition,
  kind: ReportKind,
  values: AqiValues,
  notMonitored?: NotMonitored,
  own?: Partial<Hj633Settings>,
): AqiResult {
  const results = [...indices(edition, itemsOf(edition, kind, own), values)];
  const found = results.flatMap(([item, result]) => (result.iaqi === null ? [] : [{ item, iaqi: result.iaqi }]));
  const missing = results.flatMap(([item, { reason }]) =>
    reason === 'missing' || reason === 'negative' ? [item] : [],
  );
  const aqiComputed = found.length > 0 ? Math.max(...found.map((one) => one.iaqi)) : null;

  const incompletePublishedAbove =
    kind === 'daily'
      ? indexEdition(edition).incompletePublishedAbove
      : settingsOf(edition, own).realtimeIncompleteAbove;
  const allowed = notMonitored?.neverPrimaryAbove100InThreeYears ? notMonitored.pollutants : [];
  const complete = missing.every((item) => allowed.includes(itemPollutant(item)));
  const published =
    aqiComputed !== null && (incompletePublishedAbove === null || complete || aqiComputed > incompletePublishedAbove);

  const aqi = published ? aqiComputed : null;
  const leaders = aqi !== null && aqi > PRIMARY_ABOVE ? found.filter((one) => one.iaqi === aqi) : [];
  return {
    edition,
    kind,
    iaqi: Object.fromEntries(results.map(([item, result]) => [item, result.iaqi])),
    reasons: Object.fromEntries(results.flatMap(([item, { reason }]) => (reason ? [[item, reason]] : []))),
    aqiComputed,
    aqi,
    naReason: published ? null : aqiComputed === null ? 'nothing-measured' : 'item-missing-and-not-above-100',
    primary: published || incompletePublishedAbove === null ? pollutants(leaders.map(({ item }) => item)) : null,
    over100: pollutants(found.filter((one) => one.iaqi > EXCEEDS_ABOVE).map(({ item }) => item)),
    aqiClass: aqi === null ? null : aqiCategory(aqi),
    missing,
  };
}

/**
 * The daily report: 24 h means, the largest 8 h mean of O3 and, in 2012, its largest hour.
 * 2012: the index of what is there, gaps are listed. 2026: with a gap NA unless above 100 or the gap is allowed.
 * @see HJ 633-2012 cl. 4 and 5; HJ 633-2026 cl. 4.2, 4.3 and 5.3
 */
export const dailyAqi = (edition: Hj633Edition, values: AqiValues, notMonitored?: NotMonitored): AqiResult =>
  report(edition, 'daily', values, notMonitored);

/**
 * The real-time report of one hour. 2012: gases by the hour, O3 also over 8 h, particles as moving 24 h means; above
 * 800 µg/m³ of SO2 its 24 h mean takes over when `values` has one. 2026: six hour values.
 * @param own what the national platform did otherwise than the text of 2012 (see Hj633Settings)
 */
export const realtimeAqi = (
  edition: Hj633Edition,
  values: AqiValues,
  notMonitored?: NotMonitored,
  own?: Partial<Hj633Settings>,
): AqiResult => report(edition, 'realtime', values, notMonitored, own);
