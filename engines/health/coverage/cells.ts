import { type StreetShape, streetAt } from '#engines/district';

/** side of a cell, m: fine enough for a street corner, coarse enough to be drawn at once */
export const CELL_METRES = 100;
export const METRES_PER_DEGREE = 111_320;

export type Cell = { west: number; south: number; east: number; north: number; streetCode: string };
export type Cells = { cells: Cell[]; squeeze: number };

/** The district cut into squares; one belongs to the street that its middle lies in. Worth keeping: streets seldom change. */
export function cellsOf(streets: readonly StreetShape[]): Cells {
  const points = streets.flatMap(({ polygons }) => polygons.flat(2));
  const [west, east] = extent(points.map(([lon]) => lon));
  const [south, north] = extent(points.map(([, lat]) => lat));
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [dLon, dLat] = [CELL_METRES / (METRES_PER_DEGREE * squeeze), CELL_METRES / METRES_PER_DEGREE];
  const cells: Cell[] = [];
  for (let lat = south; lat < north; lat += dLat)
    for (let lon = west; lon < east; lon += dLon) {
      const streetCode = streetAt(streets, lon + dLon / 2, lat + dLat / 2);
      if (streetCode === null) continue;
      cells.push({
        west: round(lon),
        south: round(lat),
        east: round(lon + dLon),
        north: round(lat + dLat),
        streetCode,
      });
    }
  return { cells, squeeze };
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
const extent = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
