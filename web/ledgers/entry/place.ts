import type { LedgerDefinition, LedgerEntry } from '#app/api';

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
