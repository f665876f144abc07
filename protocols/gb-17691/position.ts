import { POSITION_DEFAULTS, type PositionSettings } from './settings.table.ts';

/** Why a position is to be looked at twice; closed list. */
export type PositionDoubt =
  | 'fixed-without-coordinates'
  | 'coordinates-without-fix'
  | 'hemisphere-bits-differ'
  | 'out-of-range';

export type Position = {
  /** both null unless usable; south and west are negative */
  readonly longitudeDegrees: number | null;
  readonly latitudeDegrees: number | null;
  readonly doubts: readonly PositionDoubt[];
};

type Placed = {
  readonly positionStatus: number;
  readonly longitudeDegrees: number | null;
  readonly latitudeDegrees: number | null;
};

/**
 * Where a vehicle is. Bit 0 of the status is checked against the coordinates: what says fixed and gives 0/0 is no position,
 * and coordinates without a fix are the last known ones, no position of now. In China both hemisphere bits are 0; when exactly
 * one of them is set, firmware that has them the other way round would mean something else, which is said as a doubt.
 */
export function positionOf(placed: Placed, settings: PositionSettings = POSITION_DEFAULTS): Position {
  const { positionStatus: status, longitudeDegrees: longitude, latitudeDegrees: latitude } = placed;
  const doubts: PositionDoubt[] = [];
  const fixed = (status & 1) === settings.fixedWhen;
  const given = longitude !== null && latitude !== null && (longitude !== 0 || latitude !== 0);
  if (fixed && !given) doubts.push('fixed-without-coordinates');
  if (!fixed && given) doubts.push('coordinates-without-fix');
  if (!fixed || !given) return { longitudeDegrees: null, latitudeDegrees: null, doubts };
  const [south, west] = [(status >> settings.southBit) & 1, (status >> settings.westBit) & 1];
  if (south !== west) doubts.push('hemisphere-bits-differ');
  if (longitude > 180 || latitude > 90) {
    doubts.push('out-of-range');
    return { longitudeDegrees: null, latitudeDegrees: null, doubts };
  }
  return {
    longitudeDegrees: west ? -longitude : longitude,
    latitudeDegrees: south ? -latitude : latitude,
    doubts,
  };
}
