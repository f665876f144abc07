import { divide, type Exact, exact, roundExact, sum } from '#standards/gb-t-8170';
import { competitionRank, type Ranked } from '#standards/ranking';
import { RESIDUE_DECIMALS, type Residue, residue } from './residue.ts';
import { DB11_353_DEFAULTS, type Db11353Settings, type RoadClass } from './settings.table.ts';

export const ALLEY: RoadClass = 'alley';

export type ResidueRoad = {
  readonly road: string;
  readonly roadClass: RoadClass;
  /** one figure a point, null = not taken */
  readonly points: readonly (Residue | null)[];
};
export type RoadResidue =
  | { readonly mean: Residue; readonly points: number; readonly reason: null }
  | { readonly mean: null; readonly points: number; readonly reason: 'too-few-points' };

const print = (total: Exact, count: number): Residue =>
  residue(roundExact(divide(total, exact(count)), RESIDUE_DECIMALS));
const taken = (points: ResidueRoad['points']) => points.filter((one): one is Residue => one !== null);

/** A road's figure, printed; none from fewer points than a road needs. */
export function roadResidue(points: ResidueRoad['points'], own: Partial<Db11353Settings> = {}): RoadResidue {
  const { pointsPerRoad } = { ...DB11_353_DEFAULTS, ...own };
  const values = taken(points);
  if (values.length < pointsPerRoad) return { mean: null, points: values.length, reason: 'too-few-points' };
  return { mean: print(sum(values.map(exact)), values.length), points: values.length, reason: null };
}

export type AreaResidue = {
  /** by class that has a road with a figure */
  readonly byClass: Readonly<Partial<Record<RoadClass, { readonly mean: Residue; readonly roads: number }>>>;
  /** of all classes that count, alleys among them unless set otherwise; null of no road */
  readonly mean: Residue | null;
  readonly roads: number;
  readonly points: number;
  /** whether an alley is in `mean`: such a figure is not comparable with the city's notice */
  readonly withAlleys: boolean;
  /** roads without a figure */
  readonly missing: readonly string[];
};

/** Means of a street or district by class of road and of all; each rounded once from the exact values. */
export function areaResidue(roads: readonly ResidueRoad[], own: Partial<Db11353Settings> = {}): AreaResidue {
  const settings = { ...DB11_353_DEFAULTS, ...own };
  const counted = roads.flatMap((road) => {
    const values = taken(road.points);
    if (!settings.classes.includes(road.roadClass) || roadResidue(road.points, own).mean === null) return [];
    return [{ ...road, values, total: sum(values.map(exact)) }];
  });
  const mean = (some: typeof counted): Residue | null => {
    if (some.length === 0) return null;
    if (settings.meanOf === 'points')
      return print(
        sum(some.map(({ total }) => total)),
        some.reduce((n, { values }) => n + values.length, 0),
      );
    return print(sum(some.map(({ total, values }) => divide(total, exact(values.length)))), some.length);
  };
  const classes = [...new Set(counted.map(({ roadClass }) => roadClass))];
  const byClass = classes.map((one) => {
    const some = counted.filter(({ roadClass }) => roadClass === one);
    return [one, { mean: mean(some) as Residue, roads: some.length }] as const;
  });
  const named = new Set(counted.map(({ road }) => road));
  return {
    byClass: Object.fromEntries(byClass),
    mean: mean(counted),
    roads: counted.length,
    points: counted.reduce((n, { values }) => n + values.length, 0),
    withAlleys: classes.includes(ALLEY),
    missing: roads
      .filter(({ road, roadClass }) => settings.classes.includes(roadClass) && !named.has(road))
      .map(({ road }) => road),
  };
}

/** The roads with the most dust, the worst first, places on the printed figure; a tie at the end is taken in whole. */
export function worstRoads(
  roads: readonly ResidueRoad[],
  n: number,
  own: Partial<Db11353Settings> = {},
): Ranked<{ readonly road: string; readonly mean: Residue }>[] {
  const figures = roads.flatMap(({ road, points }) => {
    const { mean } = roadResidue(points, own);
    return mean === null ? [] : [{ road, mean }];
  });
  return competitionRank(figures, ({ mean }) => mean, 'desc').filter(({ place }) => place !== null && place <= n);
}
