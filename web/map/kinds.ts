import type { Bounds } from './geometry.ts';
import type { MapPoint } from './points.ts';

/** A station on the map: a small plate with a value, in the colour of its class where it has one. */
export type MapStation = {
  code: string;
  name: string;
  lon: number;
  lat: number;
  /** printed value on the plate */
  text?: string;
  background?: string;
  color?: string;
  /** full sentence for tooltip and screen reader */
  title?: string;
};

/** A square of the ground that stands out: what no device covers. */
export type MapCell = {
  type: 'Feature';
  properties: object;
  geometry: { type: 'Polygon'; coordinates: number[][][] };
};

/** A line or an area of the ground that a record speaks of. */
export type MapShape = {
  code: string;
  geometry:
    | { type: 'LineString'; coordinates: [number, number][] }
    | { type: 'Polygon'; coordinates: [number, number][][] };
  /** a colour or a custom property */
  color: string;
  title: string;
};

/** What a street shows beside its name: a fill, a printed value. */
export type StreetShown = { fill?: string; text?: string };

export type MapView = {
  /** street code → what it shows */
  streets?: Record<string, StreetShown>;
  stations?: MapStation[];
  points?: MapPoint[];
  /** lines and areas, below the points; clicked as points are */
  shapes?: MapShape[];
  /** hatched ground */
  cells?: MapCell[];
  /** code of the street or station that stands out */
  selected?: string;
  /** the ground that is looked at; the whole district without */
  focus?: Bounds;
  onStreet?: (code: string) => void;
  onStation?: (code: string) => void;
  onPoint?: (code: string) => void;
  /** any place of the ground, for drawing on it */
  onGround?: (lon: number, lat: number) => void;
};

/** colours of the ground, by appearance */
export const GROUND = {
  light: { page: '#f5f6f8', street: '#e9edf2', line: '#ffffff', outline: '#7d8a99', selected: '#24527f' },
  dark: { page: '#171c22', street: '#262e38', line: '#171c22', outline: '#6b7684', selected: '#8db9e4' },
} as const;

/** size of a sign that stands over its own line or area */
export const SHAPED_SIGN = 0.6;
