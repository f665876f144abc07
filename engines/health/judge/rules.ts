import { DEVICE_KINDS, type HealthState } from '#engines/devices';
import type { CauseId, CauseValues } from './causes.table.ts';
import type { Facts, Seen } from './facts.types.ts';
import { intervalOf, valuesAtOf } from './interval.ts';
import type { Thresholds } from './thresholds.table.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A device at a look, with what several rules need. */
export type Look = {
  facts: Facts;
  seen: Seen;
  thresholds: Thresholds;
  now: number;
  valuesAt: number | null;
  interval: number;
  /** ms without values, of the time that somebody watched */
  age: number;
  late: boolean;
  silent: boolean;
};

type Rule = {
  readonly cause: CauseId;
  readonly state: HealthState;
  /** null: the rule does not hold; otherwise what its sentence names */
  readonly when: (look: Look) => CauseValues | null;
  /** since when, where it is not the look that finds it first */
  readonly since?: (look: Look) => number | null;
};

/** @param watchedSince when the present stretch of looking began, ms: before it nobody can say that nothing came */
export function lookAt(facts: Facts, seen: Seen, thresholds: Thresholds, now: number, watchedSince: number): Look {
  const valuesAt = valuesAtOf(facts);
  const interval = intervalOf(facts);
  const age = now - Math.max(valuesAt ?? facts.admittedAt, watchedSince);
  const { lateIntervals, silentIntervals, silentMinutes, parkedHours } = thresholds;
  const stands = DEVICE_KINDS[facts.kind].stands;
  const late = age > lateIntervals * interval;
  const silent = stands ? age > Math.max(silentMinutes * MINUTE, silentIntervals * interval) : age > parkedHours * HOUR;
  return { facts, seen, thresholds, now, valuesAt, interval, age, late, silent };
}

const hold = (condition: boolean, values: CauseValues = {}): CauseValues | null => (condition ? values : null);
const frames = (reason: keyof Facts['kept']) => (look: Look) => {
  const n = look.facts.kept[reason] ?? 0;
  return hold(n >= look.thresholds.faultFrames, { n, minutes: look.thresholds.faultWindowMinutes });
};
const stopped = ({ valuesAt, facts }: Look) => valuesAt ?? facts.admittedAt;
const connected = ({ facts: { link }, now, thresholds }: Look) =>
  !!link?.connected && now - link.lastHeardAt < thresholds.silentMinutes * MINUTE;
const rose = ({ seen, now, thresholds }: Look, name: string) => {
  const at = seen.deviations?.[name]?.at;
  return at !== undefined && at > 0 && now - at < thresholds.faultWindowMinutes * MINUTE;
};
const badFlags = ({ seen, now, thresholds, facts }: Look): { bad: string[]; all: boolean } => {
  const bad = Object.entries(seen.badSince ?? {}).filter(
    ([, since]) => now - since >= thresholds.badFlagMinutes * MINUTE,
  );
  const names = bad.map(([place]) => facts.channels[Number(place)] ?? `#${Number(place) + 1}`);
  const told = [...(facts.newest[0]?.flags ?? '')].filter((letter) => letter !== 'N').length;
  return { bad: names, all: names.length > 0 && names.length >= told };
};
const onlyFlag = ({ facts }: Look, letter: string) => {
  const told = [...(facts.newest[0]?.flags ?? '')].filter((one) => one !== 'N');
  return told.length > 0 && told.every((one) => one === letter);
};

/** In this order; the first that holds is what a person is told. */
export const RULES: readonly Rule[] = [
  { cause: 'knocks', state: 'probation', when: ({ facts }) => hold(facts.state === 'probation') },
  {
    cause: 'maintenance',
    state: 'maintenance',
    when: ({ facts }) => hold(facts.state === 'maintenance', { reason: facts.stateReason ?? '' }),
  },
  { cause: 'wrong_password', state: 'faulty', when: frames('wrong_password') },
  { cause: 'checksum', state: 'faulty', when: frames('unreadable') },
  { cause: 'clock_ahead', state: 'faulty', when: frames('clock_ahead') },
  { cause: 'clock_far_behind', state: 'faulty', when: frames('clock_far_behind') },
  { cause: 'no_time', state: 'faulty', when: frames('no_time') },
  { cause: 'too_many_channels', state: 'faulty', when: frames('too_many_channels') },
  { cause: 'unknown_message', state: 'faulty', when: (look) => (look.late ? frames('unknown_message')(look) : null) },
  { cause: 'two_senders', state: 'faulty', when: (look) => hold(rose(look, 'two-senders')) },
  {
    cause: 'connected_without_values',
    state: 'faulty',
    when: (look) => hold(look.silent && connected(look)),
    since: stopped,
  },
  {
    cause: 'never',
    state: 'silent',
    when: (look) => hold(look.silent && look.valuesAt === null),
    since: stopped,
  },
  {
    cause: 'cut',
    state: 'silent',
    when: (look) => hold(look.silent && DEVICE_KINDS[look.facts.kind].stands, { at: stopped(look) }),
    since: stopped,
  },
  {
    cause: 'vehicle_gone',
    state: 'silent',
    when: (look) => hold(look.silent, { at: stopped(look) }),
    since: stopped,
  },
  {
    cause: 'clock',
    state: 'faulty',
    when: ({ seen: { clock }, late, thresholds, now }) => {
      if (late || !clock || Math.abs(clock.offsetS) <= thresholds.clockMinutes * 60) return null;
      // a device that sends its backlog seems to be behind, and less and less so; none seems to be ahead
      if (clock.offsetS < 0 && now - clock.since < thresholds.clockSteadyMinutes * MINUTE) return null;
      return { minutes: Math.round(clock.offsetS / 60) };
    },
  },
  { cause: 'says_maintenance', state: 'maintenance', when: (look) => hold(!look.late && onlyFlag(look, 'M')) },
  { cause: 'says_calibration', state: 'maintenance', when: (look) => hold(!look.late && onlyFlag(look, 'C')) },
  {
    cause: 'all_flags_bad',
    state: 'faulty',
    when: (look) => hold(!look.late && badFlags(look).all),
  },
  {
    cause: 'some_flags_bad',
    state: 'faulty',
    when: (look) => {
      const { bad } = badFlags(look);
      return hold(!look.late && bad.length > 0, { channels: bad.slice(0, 5).join(', ') });
    },
  },
  {
    cause: 'kept_out',
    state: 'faulty',
    when: ({ late, facts, thresholds }) => {
      const out = Object.entries(facts.keptOut).filter(([, share]) => share >= thresholds.qualityShare);
      const names = out.map(([place]) => facts.channels[Number(place)] ?? `#${Number(place) + 1}`);
      return hold(!late && names.length > 0, { channels: names.slice(0, 5).join(', ') });
    },
  },
  {
    cause: 'parked',
    state: 'online',
    when: (look) => hold(look.late && !DEVICE_KINDS[look.facts.kind].stands, { at: stopped(look) }),
    since: stopped,
  },
  { cause: 'late', state: 'late', when: (look) => hold(look.late, { at: stopped(look) }), since: stopped },
  { cause: 'well', state: 'online', when: () => ({}) },
];
