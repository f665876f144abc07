import { type StreetShape, streetAt, streetShapes } from '#engines/district';
import type { Db } from '#platform/store';
import type { Draw } from './random.ts';

export type WorldStreet = { readonly code: string; readonly name: string; point(draw: Draw): [number, number] };
export type World = { readonly streets: readonly WorldStreet[]; street(code: string): WorldStreet };

/** The streets of a district, with points that lie in them. */
export async function worldOf(db: Db, districtCode: string): Promise<World> {
  const shapes = await streetShapes(db, districtCode);
  const streets = shapes.map((shape) => ({
    code: shape.code,
    name: shape.nameZh.replace(/街道$/, ''),
    point: (draw: Draw) => pointIn(shape, draw),
  }));
  return { streets, street: (code) => streets.find((one) => one.code === code)! };
}

function pointIn(shape: StreetShape, draw: Draw): [number, number] {
  const all = shape.polygons.flat(2);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  for (let trial = 0; trial < 200; trial++) {
    const [x, y] = [round(draw.between(west, east)), round(draw.between(south, north))];
    if (streetAt([shape], x, y) !== null) return [x, y];
  }
  return [round(all[0]![0]), round(all[0]![1])];
}

const round = (value: number) => Math.round(value * 1e5) / 1e5;
