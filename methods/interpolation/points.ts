/** Places on a plane, metres. */
export type Points = { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };

/** mean radius of the earth, m */
const EARTH = 6_371_008.8;

/** Metres between two places of lists. */
export const distance = (a: Points, i: number, b: Points, j: number): number =>
  Math.hypot(a.x[i]! - b.x[j]!, a.y[i]! - b.y[j]!);

/**
 * Longitudes and latitudes (degrees) as metres around their middle. At the size of a district (10 km) the plane is false
 * by less than a millimetre in a metre.
 */
export function planeAround(lon: ArrayLike<number>, lat: ArrayLike<number>): { x: Float64Array; y: Float64Array } {
  const middle = (all: ArrayLike<number>) => Array.from(all).reduce((sum, v) => sum + v, 0) / Math.max(1, all.length);
  const [lon0, lat0, degree] = [middle(lon), middle(lat), Math.PI / 180];
  const east = EARTH * degree * Math.cos(lat0 * degree);
  return {
    x: Float64Array.from(lon, (v) => (v - lon0) * east),
    y: Float64Array.from(lat, (v) => (v - lat0) * EARTH * degree),
  };
}
