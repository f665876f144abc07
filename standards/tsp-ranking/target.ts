import type { BothLanguages } from '#standards/editions';
import type { HalfMonth } from './period.ts';
import type { Listing } from './place.ts';
import { TARGET_READINGS, TSP_RANKING, TSP_RANKING_DEFAULTS, type TspRankingSettings } from './settings.table.ts';

/** A half-month of the target's year and what the notice says of the street; null = no notice is there (yet). */
export type PeriodListing = { readonly period: HalfMonth; readonly listing: Listing | null };
export type TspTarget = {
  readonly label: BothLanguages;
  /** null = open: what is known does not decide it */
  readonly met: boolean | null;
  /** half-months among the 30 worst */
  readonly listed: readonly string[];
  /** half-months without a notice */
  readonly missing: readonly string[];
  /** mean place from the worst at least: an unlisted half-month counts as the 31st; null of no notice */
  readonly leastMeanPlace: number | null;
};

type Known = { readonly period: HalfMonth; readonly listing: Listing };

/** One entry a reading of the target. */
const READINGS: Record<
  TspRankingSettings['reading'],
  (all: readonly PeriodListing[], known: Known[]) => boolean | null
> = {
  'every-period': (all, known) => {
    if (known.some(({ listing }) => listing.listed)) return false;
    return known.length === all.length && known.length > 0 ? true : null;
  },
  'last-period': (all) => {
    const last = all.at(-1)?.listing;
    return last ? !last.listed : null;
  },
  // An unlisted place is 31 or more, so that the mean of all is at least the one computed: enough to say yes; a plain
  // no needs every place, which the notices give only to those they list.
  'mean-of-periods': (all, known) => {
    if (known.length < all.length || known.length === 0) return null;
    if (leastMean(known) > TSP_RANKING.listed) return true;
    return known.every(({ listing }) => listing.listed) ? false : null;
  },
};

const leastMean = (known: readonly Known[]): number =>
  known.reduce((sum, { listing }) => sum + (listing.listed ? listing.place : TSP_RANKING.listed + 1), 0) / known.length;

/** The year's target “out of the city's 30 worst” for a street, by the reading that the district sets. */
export function tspTarget(periods: readonly PeriodListing[], own: Partial<TspRankingSettings> = {}): TspTarget {
  const { reading } = { ...TSP_RANKING_DEFAULTS, ...own };
  const all = [...periods].sort((a, b) => (a.period.id < b.period.id ? -1 : 1));
  const known = all.flatMap(({ period, listing }) => (listing ? [{ period, listing }] : []));
  return {
    label: TARGET_READINGS[reading],
    met: READINGS[reading](all, known),
    listed: known.filter(({ listing }) => listing.listed).map(({ period }) => period.id),
    missing: all.filter(({ listing }) => !listing).map(({ period }) => period.id),
    leastMeanPlace: known.length ? leastMean(known) : null,
  };
}
