import type { HealthState } from '#engines/devices';
import type { Sentence } from '#platform/refusal';
import { type CauseId, remedyOf, wordsOf } from './causes.table.ts';
import type { Facts, Seen } from './facts.types.ts';
import { type Look, lookAt, RULES } from './rules.ts';
import type { Thresholds } from './thresholds.table.ts';

/** How a device was found. */
export type Verdict = {
  deviceId: number;
  state: HealthState;
  cause: CauseId;
  /** ms since 1970 */
  since: number;
  heardAt: number | null;
  valuesAt: number | null;
  words: Sentence;
  remedy: Sentence | null;
  seen: Seen;
};

/**
 * Judges one device by the table of rules. Pure: the same facts give the same verdict.
 * @param watchedSince when the present stretch of looking began, ms
 */
export function judge(
  facts: Facts,
  thresholds: Thresholds,
  now: number,
  watchedSince: number,
): Verdict & { look: Look } {
  const seen = seenNow(facts, now);
  const look = lookAt(facts, seen, thresholds, now, watchedSince);
  for (const rule of RULES) {
    const values = rule.when(look);
    if (values === null) continue;
    const same = facts.before?.state === rule.state && facts.before.cause === rule.cause;
    const heardAt = Math.max(look.valuesAt ?? 0, facts.link?.lastHeardAt ?? 0) || null;
    return {
      deviceId: facts.id,
      state: rule.state,
      cause: rule.cause,
      since: same ? facts.before!.since : (rule.since?.(look) ?? now),
      heardAt,
      valuesAt: look.valuesAt,
      words: wordsOf(rule.cause, values),
      remedy: remedyOf(rule.cause, facts.commands),
      seen,
      look,
    };
  }
  throw new Error('the last rule holds always');
}

/** a clock that is off by as much at the next look, but for jitter, s */
const STEADY_S = 45;

/** Letters that say that a value is not one. */
const BAD = 'I';

/** Counts that rose, and flags that are bad, since when. */
function seenNow({ link, newest, before }: Facts, now: number): Seen {
  const earlier = before?.seen ?? {};
  const deviations: NonNullable<Seen['deviations']> = {};
  for (const [name, n] of Object.entries(link?.deviations ?? {})) {
    const was = earlier.deviations?.[name];
    // of a device that is looked at for the first time nobody knows when
    const at = was === undefined ? (before ? now : 0) : n > was.n ? now : was.at;
    deviations[name] = { n, at };
  }
  const badSince: NonNullable<Seen['badSince']> = {};
  const flags = newest[0]?.flags ?? '';
  for (let place = 0; place < flags.length; place++)
    if (flags[place] === BAD) badSince[place] = earlier.badSince?.[place] ?? now;
  const offsetS = link?.clockOffsetS ?? null;
  if (offsetS === null) return { deviations, badSince };
  const steady = earlier.clock && Math.abs(offsetS - earlier.clock.offsetS) < STEADY_S;
  return { deviations, badSince, clock: { offsetS, since: steady ? earlier.clock!.since : now } };
}
