import { chance, keyOf } from './chance.ts';

export type Ring = readonly (readonly number[])[];
/** A street as the district's folder draws it: rings of [longitude, latitude], the first one outside. */
export type StreetShape = {
  readonly code: string;
  readonly name: string;
  readonly areaKm2: number;
  readonly polygons: readonly (readonly Ring[])[];
};
export type LonLat = { readonly lon: number; readonly lat: number };
/** Metres east and north of the district's middle. */
export type Metres = { readonly east: number; readonly north: number };

/** A district as a plane of metres, with streets that points can be drawn in. */
export type Ground = {
  readonly streets: readonly StreetShape[];
  readonly middle: LonLat;
  readonly metres: (at: LonLat) => Metres;
  readonly lonLat: (at: Metres) => LonLat;
  /** a point within a street; the same for the same key */
  readonly pointIn: (street: StreetShape, seed: number, key: string) => LonLat;
  readonly streetAt: (at: LonLat) => StreetShape | null;
};

/** mean radius of the earth, m */
const RADIUS = 6_371_000;
const RADIANS = Math.PI / 180;
const TRIES = 500;

function inside(ring: Ring, lon: number, lat: number): boolean {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [x, y] = ring[i] as [number, number];
    const [u, v] = ring[j] as [number, number];
    if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) within = !within;
  }
  return within;
}

const covers = (street: StreetShape, { lon, lat }: LonLat): boolean =>
  street.polygons.some(
    ([outer, ...holes]) => inside(outer!, lon, lat) && !holes.some((hole) => inside(hole, lon, lat)),
  );

function boundsOf(streets: readonly StreetShape[]) {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { polygons } of streets)
    for (const [outer] of polygons)
      for (const [lon, lat] of outer as readonly (readonly [number, number])[]) {
        west = Math.min(west, lon);
        east = Math.max(east, lon);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
  return { west, south, east, north };
}

/** Five decimals of a degree are about a metre: as coordinates of devices are stated. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

export function groundOf(streets: readonly StreetShape[]): Ground {
  const { west, south, east, north } = boundsOf(streets);
  const middle = { lon: rounded((west + east) / 2), lat: rounded((south + north) / 2) };
  const perLat = RADIUS * RADIANS;
  const perLon = perLat * Math.cos(middle.lat * RADIANS);
  return {
    streets,
    middle,
    metres: ({ lon, lat }) => ({ east: (lon - middle.lon) * perLon, north: (lat - middle.lat) * perLat }),
    lonLat: (at) => ({ lon: middle.lon + at.east / perLon, lat: middle.lat + at.north / perLat }),
    pointIn(street, seed, key) {
      const box = boundsOf([street]);
      const name = keyOf(key);
      for (let n = 0; n < TRIES; n += 1) {
        const lon = rounded(box.west + chance(seed, name, n, 1) * (box.east - box.west));
        const lat = rounded(box.south + chance(seed, name, n, 2) * (box.north - box.south));
        if (covers(street, { lon, lat })) return { lon, lat };
      }
      throw new Error(`no point found in ${street.name}`);
    },
    streetAt: (at) => streets.find((street) => covers(street, at)) ?? null,
  };
}

type Collection = {
  readonly features: readonly {
    readonly properties: { readonly code: string; readonly name: string; readonly area_km2: number };
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
  }[];
};

/** The streets of a `streets.geojson`. */
export const streetsOf = (geojson: unknown): StreetShape[] =>
  (geojson as Collection).features.map(({ properties, geometry }) => ({
    code: properties.code,
    name: properties.name,
    areaKm2: properties.area_km2,
    polygons: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  }));
