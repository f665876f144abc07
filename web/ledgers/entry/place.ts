import { kinks } from '@turf/kinks';
import type { LedgerDefinition, LedgerEntry } from '#app/api';
import type { Bounds } from '../../map/geometry.ts';

type Place = LedgerEntry['place'];
type Point = [number, number];

const pointsOf = (place: NonNullable<Place>): Point[] =>
  place.type === 'Point'
    ? [place.coordinates]
    : place.type === 'LineString'
      ? place.coordinates
      : (place.coordinates[0] ?? []);

export const textOfPlace = (place: Place): string =>
  place
    ? pointsOf(place)
        .map(([lon, lat]) => `${lon},${lat}`)
        .join(' ')
    : '';

/** Longitude first, several points separated by blanks; null for nothing and for what is no place. */
export function placeOfText(text: string, kind: LedgerDefinition['place']): Place {
  if (text.trim() === '') return null;
  const points = text
    .trim()
    .split(/[\s;；]+/)
    .map((pair) => pair.split(/[,，]/).map(Number));
  if (points.some((pair) => pair.length !== 2 || pair.some((n) => !Number.isFinite(n)))) return null;
  const given = points as Point[];
  if (given.length === 1) return { type: 'Point', coordinates: given[0]! };
  if (kind === 'line') return { type: 'LineString', coordinates: given };
  if (kind !== 'polygon' || given.length < 3) return null;
  const [first, last] = [given[0]!, given.at(-1)!];
  const ring = first[0] === last[0] && first[1] === last[1] ? given : [...given, first];
  return { type: 'Polygon', coordinates: [ring] };
}

/** What is the matter with a place as it is written; only `outside` may be kept: disposal sites do lie elsewhere. */
export type PlaceDoubt = 'unreadable' | 'oneOnly' | 'corners' | 'crossing' | 'outside';

/** The first doubt about a written place; null: none. The server refuses what is worse than `outside` as well. */
export function placeDoubt(text: string, kind: LedgerDefinition['place'], district: Bounds | null): PlaceDoubt | null {
  if (text.trim() === '') return null;
  const place = placeOfText(text, kind);
  if (!place) return unreadPlace(text, kind);
  if (place.type === 'Polygon') {
    const ring = place.coordinates[0]!;
    if (new Set(ring.map(String)).size < 3) return 'corners';
    if (kinks(place).features.length > 0) return 'crossing';
  }
  if (!district) return null;
  const [west, south, east, north] = district;
  const within = pointsOf(place).every(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
  return within ? null : 'outside';
}

function unreadPlace(text: string, kind: LedgerDefinition['place']): PlaceDoubt {
  const pairs = text.trim().split(/[\s;；]+/);
  // that each pair reads as a point by itself means that only their number is wrong
  if (pairs.some((pair) => placeOfText(pair, 'point') === null)) return 'unreadable';
  return kind === 'polygon' ? 'corners' : 'oneOnly';
}

/** degrees around a place that are shown with it: some 200 m */
const AROUND = 0.002;

/** The ground that shows a place and a little around it; null for no place. */
export function groundAround(place: Place): Bounds | null {
  if (!place) return null;
  const points = pointsOf(place);
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [
    Math.min(...lons) - AROUND,
    Math.min(...lats) - AROUND,
    Math.max(...lons) + AROUND,
    Math.max(...lats) + AROUND,
  ];
}
