/** Time as the devices live it: real time, or faster. All in ms. */
export type SimulationClock = {
  readonly now: () => number;
  /** ms of the wall until a simulated instant */
  readonly until: (instant: number) => number;
  readonly speed: number;
  readonly began: number;
};

/** Milliseconds of the wall from a fixed beginning, never set back. */
export const wall = (): number => performance.now();

export function clockFrom(began: number, speed = 1): SimulationClock {
  const first = wall();
  const now = () => began + (wall() - first) * speed;
  return { now, until: (instant) => (instant - now()) / speed, speed, began };
}
