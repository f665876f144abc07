import { type Cell, type Cells, METRES_PER_DEGREE } from './cells.ts';

export type Place = { lon: number; lat: number };
/** `metres` to the nearest working device; null: there is none at all */
export type Gap = Cell & { metres: number | null };
export type GapsFound = { gaps: Gap[]; cells: number; byStreet: Map<string, { cells: number; gaps: number }> };

/** Cells whose middle is farther than `metres` from every working device. Pure. */
export function findGaps({ cells, squeeze }: Cells, devices: readonly Place[], metres: number): GapsFound {
  const gaps: Gap[] = [];
  const byStreet = new Map<string, { cells: number; gaps: number }>();
  for (const cell of cells) {
    const street = byStreet.get(cell.streetCode) ?? { cells: 0, gaps: 0 };
    byStreet.set(cell.streetCode, street);
    street.cells++;
    const middle = { lon: (cell.west + cell.east) / 2, lat: (cell.south + cell.north) / 2 };
    const nearest = nearestMetres(middle, devices, squeeze);
    if (nearest !== null && nearest <= metres) continue;
    street.gaps++;
    gaps.push({ ...cell, metres: nearest === null ? null : Math.round(nearest) });
  }
  return { gaps, cells: cells.length, byStreet };
}

/** flat at a district's size: off by less than a metre in a kilometre */
function nearestMetres({ lon, lat }: Place, devices: readonly Place[], squeeze: number): number | null {
  let least = Number.POSITIVE_INFINITY;
  for (const device of devices) {
    const [x, y] = [(device.lon - lon) * squeeze, device.lat - lat];
    least = Math.min(least, x * x + y * y);
  }
  return devices.length ? Math.sqrt(least) * METRES_PER_DEGREE : null;
}
