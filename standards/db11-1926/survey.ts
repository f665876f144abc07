import {
  compareDecimal,
  divide,
  type Exact,
  exact,
  multiply,
  type Numeric,
  roundExact,
  sum,
  ZERO,
} from '#standards/gb-t-8170';
import { competitionRank, type Ranked } from '#standards/ranking';
import { LOAD_DECIMALS, type Load, type LoadScore, load } from './load.ts';
import { DB11_1926_DEFAULTS, type Db111926Settings } from './settings.table.ts';

export type LoadRoad = {
  readonly road: string;
  readonly street: string;
  /** null = not driven this month */
  readonly value: Load | null;
  /** needed where roads weigh by length */
  readonly kilometres?: Numeric;
};
export type SurveyedArea = {
  /** two decimals; null of no road, or when a length is missing that weighs */
  readonly mean: Load | null;
  readonly roads: number;
  readonly missing: readonly string[];
  readonly reason: null | 'no-road' | 'length-missing';
};

/** The mean of the roads of an area, rounded once. */
export function surveyMean(roads: readonly LoadRoad[], own: Partial<Db111926Settings> = {}): SurveyedArea {
  const { weighBy } = { ...DB11_1926_DEFAULTS, ...own };
  const driven = roads.flatMap((road) => (road.value === null ? [] : [{ ...road, value: road.value }]));
  const missing = roads.filter(({ value }) => value === null).map(({ road }) => road);
  const none = (reason: 'no-road' | 'length-missing') => ({ mean: null, roads: driven.length, missing, reason });
  if (driven.length === 0) return none('no-road');
  const weights: (Exact | null)[] = driven.map(({ kilometres }) => {
    if (weighBy === 'road') return exact(1);
    return kilometres === undefined || compareDecimal(kilometres, 0) <= 0 ? null : exact(kilometres);
  });
  if (weights.includes(null)) return none('length-missing');
  const total = sum(driven.map(({ value }, i) => multiply(exact(value), weights[i] ?? ZERO)));
  const mean = load(roundExact(divide(total, sum(weights as Exact[])), LOAD_DECIMALS));
  return { mean, roads: driven.length, missing, reason: null };
}

/** The mean of each street, in the order in which the streets come. */
export function streetLoads(
  roads: readonly LoadRoad[],
  own: Partial<Db111926Settings> = {},
): ReadonlyMap<string, SurveyedArea> {
  const streets = [...new Set(roads.map(({ street }) => street))];
  return new Map(
    streets.map((name) => [
      name,
      surveyMean(
        roads.filter(({ street }) => street === name),
        own,
      ),
    ]),
  );
}

/** Places as the monthly lists print them: 正序, the smallest load first, shared places, on the printed figure. */
export const loadPlaces = <Item>(items: readonly Item[], printed: (item: Item) => Load | null): Ranked<Item>[] =>
  competitionRank(items, printed, 'asc');

/** Places of the score of 2020: the largest score first. */
export const scorePlaces = <Item>(items: readonly Item[], printed: (item: Item) => LoadScore | null): Ranked<Item>[] =>
  competitionRank(items, printed, 'desc');
