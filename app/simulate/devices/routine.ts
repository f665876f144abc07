import type { Parcel, Speaker } from '../links/index.ts';
import { chance, keyOf } from '../world/index.ts';
import type { Cast } from './cast.ts';

/** Something a device says every so often. */
export type Routine = {
  /** ms */
  readonly every: number;
  /** @param instant true time, on a whole second @param stamp what the device's clock shows then, to the second */
  readonly make: (instant: number, stamp: number) => readonly Parcel[];
};

/** what a process that was paused makes up for at once */
const MOST_AT_ONCE = 200;

/** When a device of fixed intervals speaks: each routine at its own interval, devices spread over it. */
export function timetable(
  { world, device, clockError }: Cast,
  routines: readonly Routine[],
): Pick<Speaker, 'nextAt' | 'due'> {
  const phase = chance(world.seed, keyOf(device.code), 41);
  const next = routines.map(() => Number.NaN);
  const after = ({ every }: Routine, now: number): number => {
    const offset = Math.floor((phase * every) / 1000) * 1000;
    return Math.floor((now - offset) / every) * every + every + offset;
  };
  const reckon = (now: number) => {
    for (const [i, routine] of routines.entries()) if (Number.isNaN(next[i])) next[i] = after(routine, now);
  };
  return {
    nextAt(now) {
      reckon(now);
      return Math.min(...next);
    },
    due(now) {
      reckon(now);
      const parcels: Parcel[] = [];
      for (const [i, routine] of routines.entries())
        for (let n = 0; next[i]! <= now; n += 1) {
          if (n < MOST_AT_ONCE)
            parcels.push(...routine.make(next[i]!, Math.floor((next[i]! + clockError) / 1000) * 1000));
          next[i] = after(routine, n < MOST_AT_ONCE ? next[i]! : now);
        }
      return parcels;
    },
  };
}

/** An instant as binary protocols are given times: ISO with the offset of Beijing. */
export const isoBeijing = (instant: number): string =>
  `${new Date(Math.floor(instant / 1000) * 1000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** What devices do that nobody told otherwise: ten seconds, three repeats. */
export const PATIENCE = { overTimeSeconds: 10, reCount: 3 } as const;
