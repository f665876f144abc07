import type { DistrictFeature } from '../app/queries.ts';

export type Point = [x: number, y: number];
type Ring = number[][];
/** [west, south, east, north] in degrees */
export type Bounds = [number, number, number, number];

const polygons = ({ geometry }: DistrictFeature): Ring[][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

export function boundsOf(features: DistrictFeature[]): Bounds {
  const points = features.flatMap((feature) => polygons(feature).flat(2)) as number[][];
  const lons = points.map(([lon]) => lon ?? 0);
  const lats = points.map(([, lat]) => lat ?? 0);
  const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return [least(lons), least(lats), most(lons), most(lats)];
}

/** Degrees to a flat picture of the given width; true enough at a district's size (equirectangular at its middle). */
export function flatten([west, south, east, north]: Bounds, width: number) {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * squeeze);
  const place = (lon: number, lat: number): Point => [(lon - west) * squeeze * scale, (north - lat) * scale];
  const path = (feature: DistrictFeature) =>
    polygons(feature)
      .flat()
      .map((ring) => `M${ring.map(([lon, lat]) => place(lon!, lat!).map(round).join(' ')).join('L')}Z`)
      .join('');
  const ground = (x: number, y: number): Point => [west + x / (squeeze * scale), north - y / scale];
  return { height: (north - south) * scale, place, ground, path };
}
const round = (x: number) => Math.round(x * 10) / 10;

const found = new WeakMap<DistrictFeature, Point>();

/** A point well inside the feature, for its name: of a grid's points, the one farthest from the boundary (degrees). */
export function labelPlace(feature: DistrictFeature): Point {
  const known = found.get(feature);
  if (known) return known;
  const [west, south, east, north] = boundsOf([feature]);
  const rings = polygons(feature).flat().map(thinned);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const STEPS = 20;
  let best: Point = [(west + east) / 2, (south + north) / 2];
  let farthest = -1;
  for (let i = 1; i < STEPS; i++)
    for (let j = 1; j < STEPS; j++) {
      const point: Point = [west + ((east - west) * i) / STEPS, south + ((north - south) * j) / STEPS];
      if (!inside(point, rings)) continue;
      const distance = distanceToEdge(point, rings, squeeze);
      if (distance > farthest) {
        farthest = distance;
        best = point;
      }
    }
  found.set(feature, best);
  return best;
}

/** a name needs no more of a boundary than its shape */
const ENOUGH = 60;
function thinned(ring: Ring): Ring {
  const step = Math.ceil(ring.length / ENOUGH);
  return ring.filter((_, i) => i % step === 0 || i === ring.length - 1);
}

function inside([x, y]: Point, rings: Ring[]): boolean {
  let within = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi = 0, yi = 0] = ring[i]!;
      const [xj = 0, yj = 0] = ring[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
    }
  return within;
}

/** squared; names run sideways, so that a boundary to the left or right counts as nearer than one above */
function distanceToEdge([x, y]: Point, rings: Ring[], squeeze: number): number {
  const across = squeeze / 2.2;
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = [(ring[i - 1]![0]! - x) * across, ring[i - 1]![1]! - y];
      const [bx, by] = [(ring[i]![0]! - x) * across, ring[i]![1]! - y];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const along = length ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0;
      least = Math.min(least, (ax + along * dx) ** 2 + (ay + along * dy) ** 2);
    }
  return least;
}
