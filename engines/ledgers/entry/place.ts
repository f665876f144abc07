import { kinks } from '@turf/kinks';
import type { Sentence } from '#platform/refusal';
import type { LedgerDefinition } from '../definition.ts';

type Point = readonly [lon: number, lat: number];
/** GeoJSON, WGS 84. */
export type Place =
  | { readonly type: 'Point'; readonly coordinates: Point }
  | { readonly type: 'LineString'; readonly coordinates: readonly Point[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Point[])[] };

const WANTED = { point: 'Point', line: 'LineString', polygon: 'Polygon' } as const;
const MOST_POINTS = 2000;

/** What is wrong with a place for a ledger; null: nothing. A polygon's ledger takes a point as well, until it is drawn. */
export function placeFault({ place: kind, placeRequired }: LedgerDefinition, place: Place | null): Sentence | null {
  if (place === null) return placeRequired ? { zh: '请在地图上标出位置。', en: 'Mark its place on the map.' } : null;
  if (kind === 'none') return { zh: '这个台账不记位置。', en: 'This ledger keeps no places.' };
  if (place.type !== WANTED[kind] && place.type !== 'Point')
    return { zh: '位置的形状与台账要求不符。', en: 'The place is not of the shape that this ledger keeps.' };
  const points = pointsOf(place);
  if (points.length === 0 || points.length > MOST_POINTS)
    return { zh: `位置应有1到${MOST_POINTS}个点。`, en: `A place has 1 to ${MOST_POINTS} points.` };
  if (points.some(([lon, lat]) => !(lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54)))
    return {
      zh: '经纬度不在中国范围内（经度73–136，纬度3–54），请检查是否颠倒。',
      en: 'The coordinates are not in China (longitude 73–136, latitude 3–54): check their order.',
    };
  if (place.type === 'Polygon') return ringFault(points);
  return null;
}

/** An area has three corners at least, and its edge does not cross itself. */
function ringFault(ring: readonly Point[]): Sentence | null {
  const corners = new Set(ring.map(([lon, lat]) => `${lon},${lat}`)).size;
  if (corners < 3) return { zh: '地块至少要有三个角点。', en: 'An area has three corners at least.' };
  const closed = [...ring.map(([lon, lat]) => [lon, lat])];
  if (kinks({ type: 'Polygon', coordinates: [closed] }).features.length > 0)
    return {
      zh: '地块的边线相互交叉，请按顺序沿边线重新标点。',
      en: 'The edge of this area crosses itself: mark its corners again in their order.',
    };
  return null;
}

export function pointsOf(place: Place): readonly Point[] {
  if (place.type === 'Point') return [place.coordinates];
  return place.type === 'LineString' ? place.coordinates : (place.coordinates[0] ?? []);
}

/** A point for lists and maps: the place itself, or the middle of its extent. */
export function centreOf(place: Place | null): { lon: number; lat: number } | null {
  if (!place) return null;
  const points = pointsOf(place);
  const middle = (of: readonly number[]) => (Math.min(...of) + Math.max(...of)) / 2;
  return { lon: middle(points.map(([lon]) => lon)), lat: middle(points.map(([, lat]) => lat)) };
}

/** A place as text in a file: `116.35,39.91`, several points separated by blanks. */
export const placeText = (place: Place | null): string =>
  place
    ? pointsOf(place)
        .map(([lon, lat]) => `${lon},${lat}`)
        .join(' ')
    : '';

/** Reads what `placeText` writes; a ring is closed if it is not. @returns null for a text that is no place */
export function placeOf(text: string, kind: LedgerDefinition['place']): Place | null {
  const points = text
    .trim()
    .split(/[\s;；]+/)
    .map((pair) => pair.split(/[,，]/).map(Number));
  if (points.some((pair) => pair.length !== 2 || pair.some((n) => !Number.isFinite(n)))) return null;
  const given = points as unknown as Point[];
  if (given.length === 1) return { type: 'Point', coordinates: given[0]! };
  if (kind === 'line') return { type: 'LineString', coordinates: given };
  if (kind !== 'polygon' || given.length < 3) return null;
  const [first, last] = [given[0]!, given.at(-1)!];
  const closed = first[0] === last[0] && first[1] === last[1];
  return { type: 'Polygon', coordinates: [closed ? given : [...given, first]] };
}
