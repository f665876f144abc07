import type { Db } from '#platform/store';
import type { DistrictTables } from './store.ts';

type Ring = readonly (readonly [lon: number, lat: number])[];
export type StreetShape = { code: string; nameZh: string; nameEn: string; polygons: readonly (readonly Ring[])[] };

/** The district's streets with their polygons, WGS-84. */
export async function streetShapes(db: Db, districtCode: string): Promise<StreetShape[]> {
  const rows = await db
    .withTables<DistrictTables>()
    .selectFrom('street')
    .where('district_code', '=', districtCode)
    .orderBy('code')
    .select(['code', 'name_zh', 'name_en', 'boundary'])
    .execute();
  return rows.map((row) => {
    const shape = row.boundary as
      | { type: 'Polygon'; coordinates: Ring[] }
      | { type: 'MultiPolygon'; coordinates: Ring[][] };
    const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    return { code: row.code, nameZh: row.name_zh, nameEn: row.name_en, polygons };
  });
}

/** The street that a place lies in; null outside of all. */
export function streetAt(shapes: readonly StreetShape[], lon: number, lat: number): string | null {
  return shapes.find(({ polygons }) => polygons.some((rings) => insideRings(rings, lon, lat)))?.code ?? null;
}

/** even-odd over all rings, so that a hole is outside */
function insideRings(rings: readonly Ring[], x: number, y: number): boolean {
  let within = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
    }
  return within;
}
