import { SECOND } from '../../world/index.ts';
import type { Cast } from '../cast.ts';

/** Seconds of the engine stream in one report. */
export const SECONDS = 10;
export const ICCID = '89860000000000000000';
export const NOTHING = new Uint8Array();

/** The seconds that a report covers: only those on the road, and one of a truck that is parked or told to be brief. */
export function secondsOf(cast: Cast, instant: number): number[] {
  if (cast.leastMs > SECONDS * SECOND) return [instant];
  const list = Array.from({ length: SECONDS }, (_, i) => instant - (SECONDS - 1 - i) * SECOND);
  return cast.where(instant).driving ? list : [instant];
}

/** How often a truck reports. */
export const everyOf = ({ leastMs }: Cast): number => Math.max(SECONDS * SECOND, leastMs);
