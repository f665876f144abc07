import { itemFor, type Location } from '#protocols/jt-808';
import type { Cast } from '../cast.ts';
import { isoBeijing } from '../routine.ts';

/** bits of the status word: ignition, fixed; load full */
const STATUS = { ignition: 1, fixed: 2, full: 3 << 8 };
/** A truck carries muck one way and comes back empty: turns of 40 minutes. */
const TURN = 40 * 60_000;

/** Where a truck is and what it carries at an instant of true time, as the terminal tells it. */
export function positionAt({ where }: Cast, instant: number, stamp: number): Location {
  const at = where(instant);
  const full = at.driving && Math.floor(instant / TURN) % 2 === 0;
  return {
    alarm: 0,
    status: (at.driving ? STATUS.ignition : 0) | STATUS.fixed | (full ? STATUS.full : 0),
    latitudeMicro: Math.round(at.lat * 1e6),
    longitudeMicro: Math.round(at.lon * 1e6),
    altitudeMetres: 48,
    speedTenthsKmh: Math.round(at.kmh * 10),
    directionDegrees: Math.round(at.directionDegrees) % 360,
    time: isoBeijing(stamp),
    items: [itemFor('odometerKm', Number(at.odometerKm.toFixed(1))), itemFor('network', 25), itemFor('satellites', 11)],
    rest: '',
  };
}
