import type { HealthState } from '#engines/devices';

const MINUTE = 60_000;

export type Stretch = { from: number; until: number };
export type Minutes = Record<Exclude<HealthState, 'probation'> | 'unwatched', number>;

/**
 * How many minutes of a time a device was in each state. What nobody watched, and what lay before it was admitted, is
 * neither up nor down. Pure.
 * @param episodes how it was, in order; the last one may reach beyond the time
 * @param watched when somebody looked
 */
export function minutesOf(
  { from, until }: Stretch,
  episodes: readonly (Stretch & { state: string })[],
  watched: readonly Stretch[],
): Minutes {
  const ms = { online: 0, late: 0, silent: 0, faulty: 0, maintenance: 0 };
  for (const look of watched)
    for (const episode of episodes) {
      const length = Math.min(until, look.until, episode.until) - Math.max(from, look.from, episode.from);
      if (length > 0 && Object.hasOwn(ms, episode.state)) ms[episode.state as keyof typeof ms] += length;
    }
  const whole = Math.max(0, Math.round((until - from) / MINUTE));
  const rounded = Object.fromEntries(Object.entries(ms).map(([state, n]) => [state, Math.round(n / MINUTE)]));
  const told = Object.values(rounded).reduce((sum, n) => sum + n, 0);
  return { ...(rounded as Omit<Minutes, 'unwatched'>), unwatched: Math.max(0, whole - told) };
}
