import type { BothLanguages } from '#standards/editions';
import { compareDecimal, type Numeric, roundHalfEven } from '#standards/gb-t-8170';
import { competitionRank } from '#standards/ranking';
import type { CityTable } from './read-city.ts';
import type { DistrictTable } from './read-districts.ts';
import { PROVISIONAL, TSP_RANKING } from './settings.table.ts';

export type Listing =
  | {
      readonly listed: true;
      /** from the worst */
      readonly place: number;
      readonly shared: boolean;
      /** places to get past to stand 31st */
      readonly toLeave: number;
    }
  | { readonly listed: false; readonly betterThan: number };

/** Places between a place counted from the worst and the 31st, which is out of the list; 0 when it is out. */
export const distanceToEdge = (placeFromWorst: number): number => Math.max(0, TSP_RANKING.listed + 1 - placeFromWorst);

/** Where a street stands in table A: its place, or better than the 30th; null when the table could not be read whole. */
export function listing({ rows, problems }: CityTable, district: string, street: string): Listing | null {
  const own = rows.find((row) => row.district === district && row.street === street);
  if (own) {
    const shared = rows.filter(({ place }) => place === own.place).length > 1;
    return { listed: true, place: own.place, shared, toLeave: distanceToEdge(own.place) };
  }
  return problems.length > 0 ? null : { listed: false, betterThan: TSP_RANKING.listed };
}

export type OwnPlace<Street> = {
  readonly street: Street;
  /** µg/m³, the integer that places are given on; null = no figure */
  readonly tsp: string | null;
  /** from the worst among the streets given; null without a figure */
  readonly place: number | null;
  readonly shared: boolean;
  /** how many streets were compared: the city has about 20 times a district's */
  readonly of: number;
  readonly label: BothLanguages;
};

/** Places among streets whose figures are known (the district's own), the worst first, always with the label of a provisional place. */
export function provisionalPlaces<Street>(
  streets: readonly Street[],
  tsp: (street: Street) => Numeric | null,
): OwnPlace<Street>[] {
  const printed = (street: Street) => {
    const value = tsp(street);
    return value === null ? null : roundHalfEven(value, TSP_RANKING.decimals);
  };
  const of = streets.filter((street) => printed(street) !== null).length;
  return competitionRank(streets, printed, 'desc').map(({ item, place, shared }) => ({
    street: item,
    tsp: printed(item),
    place,
    shared,
    of,
    label: PROVISIONAL,
  }));
}

/**
 * How far from the worst a street with a known figure stands at least in the city, by the streets that table B prints with
 * a larger one: 31 or more means that it cannot be among the 30 worst of that half-month.
 */
export const leastPlaceFromWorst = ({ rows }: DistrictTable, tsp: Numeric): number =>
  1 +
  new Set(
    rows
      .filter((row) => compareDecimal(row.tsp, roundHalfEven(tsp, TSP_RANKING.decimals)) > 0)
      .map(({ district, street }) => `${district} ${street}`),
  ).size;
